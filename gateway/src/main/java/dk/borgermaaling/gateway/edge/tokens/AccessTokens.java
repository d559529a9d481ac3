package dk.borgermaaling.gateway.edge.tokens;

import dk.borgermaaling.gateway.edge.Caller;
import dk.borgermaaling.gateway.edge.Thumbprint;
import java.time.Duration;
import java.util.Optional;

/** Access tokens that were issued and have not expired, known to every node. */
public interface AccessTokens {
  /**
   * Issues a token: 256 random bits, base64url. What is kept of it cannot be turned back.
   *
   * @param issuer the certificate that had signed the SAML token
   * @param audience the service that it is good for
   * @param lifetime real time from now
   */
  String issue(Caller holder, Thumbprint issuer, String audience, Duration lifetime);

  /** What is kept of the token, if it was issued for the service and has not expired. */
  Optional<Held> find(String token, String audience);

  /**
   * An access token.
   *
   * @param issuer the certificate by which the token service had signed the SAML token
   */
  record Held(Caller holder, Thumbprint issuer) {}
}
