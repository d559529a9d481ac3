package dk.borgermaaling.gateway.edge.httpsig;

import dk.borgermaaling.gateway.edge.Thumbprint;
import java.time.Instant;
import java.util.Optional;

/** Whose signatures are known. */
public interface KeyDirectory {
  /**
   * The key of the caller that holds this certificate.
   *
   * @param at when the signature must hold: a certificate that is not valid then, or is withdrawn,
   *     has no key
   * @return empty for an unknown certificate; which callers may do what is decided later
   */
  Optional<VerificationKey> find(Thumbprint certificate, Instant at);
}
