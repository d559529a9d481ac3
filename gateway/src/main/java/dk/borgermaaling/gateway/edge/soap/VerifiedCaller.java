package dk.borgermaaling.gateway.edge.soap;

import dk.borgermaaling.gateway.edge.Refusal;
import dk.borgermaaling.gateway.edge.Thumbprint;
import dk.borgermaaling.gateway.kernel.Cvr;
import dk.borgermaaling.gateway.kernel.Problem;
import dk.borgermaaling.gateway.kernel.ProblemType;
import java.util.Set;

/**
 * Who sent a message whose signature, token and times have held.
 *
 * @param cvr the authority on whose behalf the caller acts (anvenderkontekst)
 * @param certificate the holder-of-key certificate that signed the message
 * @param messageId wsa:MessageID, unique for the certificate
 * @param roles the service roles that the token grants for that authority, without constraints
 */
public record VerifiedCaller(Cvr cvr, Thumbprint certificate, String messageId, Set<String> roles) {

  /** Refuses a caller whose token does not grant the role. */
  public void require(String role) {
    if (!roles.contains(role)) {
      throw Refusal.of(
          new Problem.Plain(
              ProblemType.NOT_ALLOWED, "The token does not grant the role for this operation"),
          "the role is absent");
    }
  }
}
