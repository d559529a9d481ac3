package dk.borgermaaling.gateway.edge;

import dk.borgermaaling.gateway.kernel.Cvr;
import dk.borgermaaling.gateway.kernel.Problem;
import dk.borgermaaling.gateway.kernel.ProblemType;
import java.util.Set;

/**
 * Another system that has proved who it is and for whom it acts, whichever way it came in.
 *
 * @param cvr the authority on whose behalf the caller acts (anvenderkontekst)
 * @param certificate the certificate whose key the caller has proved to hold
 * @param roles the service roles that it has for that authority, without constraints
 */
public record Caller(Cvr cvr, Thumbprint certificate, Set<String> roles) {
  public Caller {
    roles = Set.copyOf(roles);
  }

  /** Refuses a caller that was not granted the role. */
  public void require(String role) {
    if (!roles.contains(role)) {
      throw Refusal.of(
          new Problem.Plain(
              ProblemType.NOT_ALLOWED, "The token does not grant the role for this operation"),
          "the role is absent");
    }
  }
}
