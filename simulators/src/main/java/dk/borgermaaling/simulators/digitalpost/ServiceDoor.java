package dk.borgermaaling.simulators.digitalpost;

import dk.borgermaaling.simulators.server.Reply;
import dk.borgermaaling.simulators.server.Request;
import dk.borgermaaling.simulators.sts.AccessTokens;
import java.util.regex.Pattern;

/** What Serviceplatformen checks before a service is asked: token, then the two headers. */
final class ServiceDoor {
  private static final Pattern TRANSACTION_ID =
      Pattern.compile(
          "[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-4[0-9A-Fa-f]{3}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}(\\.[0-9]+)*");
  private static final Pattern TRANSACTION_TIME =
      Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?Z");
  private static final String SCHEME = "Holder-of-key ";

  private final AccessTokens tokens;
  private final String entityId;
  private final ErrorForm errors;

  /** How a service writes errors. */
  @FunctionalInterface
  interface ErrorForm {
    Reply write(int status, String id, String text);
  }

  ServiceDoor(AccessTokens tokens, String entityId, ErrorForm errors) {
    this.tokens = tokens;
    this.entityId = entityId;
    this.errors = errors;
  }

  /** Lets the caller in or refuses; the transaction headers are echoed either way. */
  Reply enter(Request request, Service service) {
    Reply reply = answer(request, service);
    for (String header : new String[] {"x-TransaktionsId", "x-TransaktionsTid"}) {
      String value = request.header(header).orElse("");
      if (!value.isEmpty() && !reply.isHangUp()) {
        reply = reply.with(header, value);
      }
    }
    return reply;
  }

  private Reply answer(Request request, Service service) {
    String authorization = request.header("Authorization").orElse("");
    if (!authorization.startsWith(SCHEME)) {
      return unauthorized("Authentication scheme was not valid");
    }
    String token = authorization.substring(SCHEME.length()).strip();
    String cvr = tokens.cvr(token, request.client().orElse(null), entityId).orElse("");
    if (cvr.isEmpty()) {
      return unauthorized("Token was expired");
    }
    if (!TRANSACTION_ID.matcher(request.header("x-TransaktionsId").orElse("")).matches()) {
      return errors.write(400, "400", "x-TransaktionsId must be a UUID of version 4");
    }
    if (!TRANSACTION_TIME.matcher(request.header("x-TransaktionsTid").orElse("")).matches()) {
      return errors.write(400, "400", "x-TransaktionsTid must be a time in UTC");
    }
    return service.answer(request, new Caller(cvr, token));
  }

  /** The same 401 whatever is wrong with the token. */
  Reply unauthorized(String description) {
    return errors
        .write(401, "401", description)
        .with(
            "WWW-Authenticate",
            "Holder-of-key error=\"invalid_token\", error_description=\"" + description + "\"");
  }

  /**
   * Who is inside.
   *
   * @param cvr the municipality on whose behalf the caller acts
   */
  record Caller(String cvr, String token) {}

  /** What is behind the door. */
  @FunctionalInterface
  interface Service {
    Reply answer(Request request, Caller caller);
  }
}
