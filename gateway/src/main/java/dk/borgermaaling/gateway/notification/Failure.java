package dk.borgermaaling.gateway.notification;

/**
 * A failure as staff may see it.
 *
 * @param reason safe: made by {@link SafeText}, so without CPR numbers and links
 */
public record Failure(FailureClass kind, String reason) {
  /** The reason of a step to a citizen who is exempt from Digital Post, or not registered. */
  public static final String EXEMPT_FROM_DIGITAL_POST = "EXEMPT_FROM_DIGITAL_POST";

  public Failure {
    reason = SafeText.of(reason);
  }
}
