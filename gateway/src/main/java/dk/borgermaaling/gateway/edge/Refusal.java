package dk.borgermaaling.gateway.edge;

import dk.borgermaaling.gateway.kernel.Problem;
import dk.borgermaaling.gateway.kernel.ProblemException;
import dk.borgermaaling.gateway.kernel.SafeMessage;

/**
 * Why a message was refused, for the log alone. The reason is a constant of ours and never holds
 * anything of the message.
 */
public final class Refusal extends Exception implements SafeMessage {
  private static final long serialVersionUID = 1L;

  private Refusal(String reason) {
    super(reason);
  }

  /** A failure of signature, token, time, place or replay: from outside they all look the same. */
  public static ProblemException notTrusted(String reason) {
    return new ProblemException(new Problem.NotTrusted(), new Refusal(reason));
  }

  /** Another problem that the caller may read, with a reason that only the log gets. */
  public static ProblemException of(Problem problem, String reason) {
    return new ProblemException(problem, new Refusal(reason));
  }
}
