package dk.borgermaaling.gateway.edge.callers;

import dk.borgermaaling.gateway.edge.Caller;
import jakarta.servlet.http.HttpServletRequest;

/** One way in. */
public interface CallerProof {
  WayIn wayIn();

  /**
   * The caller whose proof the request carries, as a token or a signature describes it.
   *
   * @throws dk.borgermaaling.gateway.kernel.ProblemException not trusted, when there is no proof or
   *     it does not hold for the service
   */
  Caller verify(HttpServletRequest request, ProtectedService service);
}
