package dk.borgermaaling.gateway.edge;

import dk.borgermaaling.gateway.kernel.ProblemType;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Answers a request with a problem, where no resource has been reached yet. */
public final class ProblemResponse {
  /** What a 401 of another system's door says (RFC 9110, section 15.5.2), whatever was wrong. */
  public static final String CHALLENGE = "Holder-of-key error=\"invalid_token\"";

  private ProblemResponse() {}

  public static void send(HttpServletResponse response, Incident incident) throws IOException {
    byte[] body = ProblemJson.of(incident).getBytes(StandardCharsets.UTF_8);
    response.setStatus(incident.problem().type().status());
    Duration tryAgainAfter = incident.problem().tryAgainAfter();
    if (tryAgainAfter != null) {
      response.setHeader("Retry-After", String.valueOf(tryAgainAfter.toSeconds()));
    }
    if (incident.problem().type() == ProblemType.NOT_TRUSTED) {
      response.setHeader("WWW-Authenticate", CHALLENGE);
    }
    response.setContentType(ProblemJson.MEDIA_TYPE);
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}
