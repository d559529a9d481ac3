package dk.borgermaaling.gateway.edge.tokens;

import dk.borgermaaling.gateway.edge.ClientCertificate;
import dk.borgermaaling.gateway.edge.Refusal;
import dk.borgermaaling.gateway.edge.Thumbprint;
import dk.borgermaaling.gateway.edge.callers.Authorization;
import dk.borgermaaling.gateway.edge.callers.CallerProof;
import dk.borgermaaling.gateway.edge.callers.ProtectedService;
import dk.borgermaaling.gateway.edge.callers.WayIn;
import jakarta.servlet.http.HttpServletRequest;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * OIO IDWS REST 1.0, section 4: {@code Authorization: Holder-of-key <token>}, over mutual TLS with
 * the certificate for which the token was issued. It holds no longer than the token service's
 * certificate is trusted whose SAML token was exchanged for it.
 */
public final class AccessTokenProof implements CallerProof {
  private static final Set<String> SCHEMES = Set.of("holder-of-key");
  private static final Pattern ISSUED = Pattern.compile("[A-Za-z0-9_-]{43}");
  private final AccessTokens tokens;
  private final Supplier<List<X509Certificate>> tokenServices;

  /**
   * @param tokenServices the certificates that may sign tokens now
   */
  public AccessTokenProof(AccessTokens tokens, Supplier<List<X509Certificate>> tokenServices) {
    this.tokens = tokens;
    this.tokenServices = tokenServices;
  }

  @Override
  public WayIn wayIn() {
    return WayIn.ACCESS_TOKEN;
  }

  @Override
  public Proven verify(HttpServletRequest request, ProtectedService service) {
    String token = Authorization.token(request, SCHEMES);
    if (!ISSUED.matcher(token).matches()) {
      throw Refusal.notTrusted("an access token that is not one of ours");
    }
    AccessTokens.Held held =
        tokens
            .find(token, service.tokens().audience())
            .orElseThrow(() -> Refusal.notTrusted("an access token that does not hold here"));
    if (!held.holder().certificate().equals(ClientCertificate.of(request).thumbprint())) {
      throw Refusal.notTrusted("an access token that is shown by another than its holder");
    }
    if (tokenServices.get().stream().map(Thumbprint::of).noneMatch(held.issuer()::equals)) {
      throw Refusal.notTrusted("an access token from a token service that we trust no more");
    }
    return new Proven(held.holder());
  }
}
