package dk.borgermaaling.gateway.kernel;

/**
 * Every problem that a caller can act on; one row each in {@code docs/problems.md}, kept equal by a
 * test. The same type travels as RFC 9457 over REST and as {@code problem} in a SOAP fault.
 */
public enum ProblemType {
  MALFORMED("malformed", "The message is malformed", 400, Blame.SENDER, false),
  NOT_TRUSTED("not-trusted", "The message is not trusted", 401, Blame.SENDER, false),
  NOT_ALLOWED("not-allowed", "The caller may not do this", 403, Blame.SENDER, false),
  NOT_FOUND("not-found", "There is nothing here", 404, Blame.SENDER, false),
  METHOD_NOT_ALLOWED(
      "method-not-allowed", "The method is not offered here", 405, Blame.SENDER, false),
  TOO_SLOW("too-slow", "The message came too slowly", 408, Blame.SENDER, true),
  CONFLICT("conflict", "The message contradicts one that is stored", 409, Blame.SENDER, false),
  GONE("gone", "The link has expired", 410, Blame.SENDER, false),
  TOO_LARGE("too-large", "The message is too large", 413, Blame.SENDER, false),
  UNSUPPORTED_MEDIA_TYPE(
      "unsupported-media-type", "The content type is not spoken here", 415, Blame.SENDER, false),
  UNKNOWN_MUNICIPALITY(
      "unknown-municipality",
      "The municipality is unknown or not agreed with",
      422,
      Blame.SENDER,
      false),
  UNKNOWN_TARGET_GROUP(
      "unknown-target-group", "The target group is unknown", 422, Blame.SENDER, false),
  TOO_MANY_REQUESTS("too-many-requests", "The caller calls too often", 429, Blame.SENDER, true),
  INTERNAL("internal", "The gateway failed", 500, Blame.RECEIVER, true),
  UPSTREAM_UNAVAILABLE(
      "upstream-unavailable",
      "A system behind the gateway does not answer",
      503,
      Blame.RECEIVER,
      true);

  /** Who must act before a repeat can succeed. */
  public enum Blame {
    SENDER,
    RECEIVER
  }

  private final String slug;
  private final String title;
  private final int status;
  private final Blame blame;
  private final boolean retryable;

  ProblemType(String slug, String title, int status, Blame blame, boolean retryable) {
    this.slug = slug;
    this.title = title;
    this.status = status;
    this.blame = blame;
    this.retryable = retryable;
  }

  /** Last part of the type URI, stable for ever. */
  public String slug() {
    return slug;
  }

  /** The type as callers see it: a link into the table of problems. */
  public String uri() {
    return "http://borgermaaling.dk/problems/" + slug;
  }

  public String title() {
    return title;
  }

  /** HTTP status over REST. */
  public int status() {
    return status;
  }

  public Blame blame() {
    return blame;
  }

  /**
   * Whether the same message may succeed later without anyone changing it. SOAP's fault codes mean
   * that: {@code Receiver} when it may, {@code Sender} when not.
   */
  public boolean retryable() {
    return retryable;
  }
}
