package dk.borgermaaling.kmd;

import dk.borgermaaling.gateway.kernel.Problem;
import dk.borgermaaling.gateway.kernel.ProblemException;
import dk.borgermaaling.gateway.kernel.SafeMessage;
import java.time.Duration;

/**
 * Why Momentum did not tell what it was asked for, for the operator: the operation and the kind of
 * failure, never an address, a header or a citizen. The cause of the {@code UPSTREAM_UNAVAILABLE}
 * problem that breaks the run off.
 */
public final class Unanswered extends RuntimeException implements SafeMessage {
  private static final long serialVersionUID = 1L;

  private Unanswered(String reason) {
    super(reason, null, false, false);
  }

  public static ProblemException problem(String system, String reason, Duration retryAfter) {
    return new ProblemException(
        new Problem.UpstreamUnavailable(system, retryAfter), new Unanswered(reason));
  }

  /** One sentence about what broke a run off. */
  public static String reasonOf(ProblemException e) {
    return e.getCause() instanceof Unanswered unanswered
        ? String.valueOf(unanswered.getMessage())
        : e.problem().publicDetail();
  }
}
