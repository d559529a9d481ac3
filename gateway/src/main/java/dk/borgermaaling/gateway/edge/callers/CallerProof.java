package dk.borgermaaling.gateway.edge.callers;

import dk.borgermaaling.gateway.edge.Caller;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** One way in. */
public interface CallerProof {
  WayIn wayIn();

  /**
   * The caller whose proof the request carries, as a token or a signature describes it.
   *
   * @throws dk.borgermaaling.gateway.kernel.ProblemException not trusted, when there is no proof or
   *     it does not hold for the service
   */
  Proven verify(HttpServletRequest request, ProtectedService service);

  /**
   * A caller that has proved itself.
   *
   * @param seal what the answer must bear, or null when the connection is proof enough
   */
  record Proven(Caller caller, @Nullable AnswerSeal seal) {
    public Proven(Caller caller) {
      this(caller, null);
    }
  }
}
