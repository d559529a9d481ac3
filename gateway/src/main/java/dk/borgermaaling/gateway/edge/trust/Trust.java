package dk.borgermaaling.gateway.edge.trust;

import dk.borgermaaling.gateway.kernel.ProblemException;
import java.security.cert.X509Certificate;
import java.util.List;

/** Whom the signed edge trusts and with what it answers, shared by all its services. */
public record Trust(
    TokenServices tokenServices, SigningKeys signingKeys, Revocation revocation, ClockDrift drift) {
  /** The certificates that may sign tokens now: in force, and not revoked. */
  public List<X509Certificate> issuers() {
    return tokenServices.inForce().stream().filter(this::mayIssue).toList();
  }

  private boolean mayIssue(X509Certificate certificate) {
    try {
      revocation.requireTokenService(certificate);
      return true;
    } catch (ProblemException e) {
      return false;
    }
  }
}
