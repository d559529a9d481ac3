package dk.borgermaaling.gateway.edge.jwt;

import dk.borgermaaling.gateway.edge.ClientCertificate;
import dk.borgermaaling.gateway.edge.callers.Authorization;
import dk.borgermaaling.gateway.edge.callers.CallerProof;
import dk.borgermaaling.gateway.edge.callers.ProtectedService;
import dk.borgermaaling.gateway.edge.callers.WayIn;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Set;

/**
 * {@code Authorization: Bearer <JWT>} or {@code Holder-of-key <JWT>} over mutual TLS: KOMBIT's
 * callers write both.
 */
public final class JwtProof implements CallerProof {
  private static final Set<String> SCHEMES = Set.of("bearer", "holder-of-key");
  private final JwtVerifier verifier;
  private final String issuer;
  private final Clock clock;

  /**
   * @param issuer of the token service, as in its tokens
   * @param clock real time
   */
  public JwtProof(JwtVerifier verifier, String issuer, Clock clock) {
    this.verifier = verifier;
    this.issuer = issuer;
    this.clock = clock;
  }

  @Override
  public WayIn wayIn() {
    return WayIn.JWT;
  }

  @Override
  public Proven verify(HttpServletRequest request, ProtectedService service) {
    return new Proven(
        verifier.verify(
            Authorization.token(request, SCHEMES),
            new JwtSettings(issuer, service.tokens()),
            ClientCertificate.of(request).thumbprint(),
            clock.instant()));
  }
}
