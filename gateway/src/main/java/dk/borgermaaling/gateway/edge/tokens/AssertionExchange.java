package dk.borgermaaling.gateway.edge.tokens;

import dk.borgermaaling.gateway.edge.Refusal;
import dk.borgermaaling.gateway.edge.Thumbprint;
import dk.borgermaaling.gateway.edge.callers.ProtectedService;
import dk.borgermaaling.gateway.edge.callers.RestCallers;
import dk.borgermaaling.gateway.edge.callers.WayIn;
import dk.borgermaaling.gateway.edge.saml.AssertionVerifier;
import dk.borgermaaling.gateway.edge.saml.TokenSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;

/** Exchanges a SAML token for an access token. */
public final class AssertionExchange {
  private final AssertionVerifier verifier;
  private final RestCallers callers;
  private final List<ProtectedService> services;
  private final AccessTokens tokens;
  private final Duration longest;
  private final Clock clock;

  /**
   * @param longest an access token lives at most so long, and never longer than the SAML token
   * @param clock real time
   */
  public AssertionExchange(
      AssertionVerifier verifier,
      RestCallers callers,
      List<ProtectedService> services,
      AccessTokens tokens,
      Duration longest,
      Clock clock) {
    this.verifier = verifier;
    this.callers = callers;
    this.services = List.copyOf(services);
    this.tokens = tokens;
    this.longest = longest;
    this.clock = clock;
  }

  /** An access token and how long it lives, real time. */
  public record Issued(String token, Duration lifetime) {
    @Override
    public String toString() {
      return "Issued[" + lifetime + "]";
    }
  }

  /**
   * Issues an access token.
   *
   * @param samlToken the assertion's XML in Base64
   * @param client the certificate of mutual TLS, which must be the assertion's holder
   */
  public Issued exchange(String samlToken, Thumbprint client) {
    callers.require(client, WayIn.ACCESS_TOKEN);
    Instant now = clock.instant();
    List<TokenSettings> settings = services.stream().map(ProtectedService::tokens).toList();
    AssertionVerifier.Verified verified = verifier.verify(decoded(samlToken), settings, now);
    if (!verified.caller().certificate().equals(client)) {
      throw Refusal.notTrusted("the token is shown by another than its holder");
    }
    Duration left = Duration.between(now, verified.end());
    Duration lifetime = left.compareTo(longest) < 0 ? left : longest;
    if (lifetime.toSeconds() < 1) {
      throw Refusal.notTrusted("the token has expired");
    }
    Duration whole = Duration.ofSeconds(lifetime.toSeconds());
    return new Issued(
        tokens.issue(verified.caller(), verified.issuer(), verified.audience(), whole), whole);
  }

  private static byte[] decoded(String base64) {
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      throw Refusal.notTrusted("a token that is not Base64");
    }
  }
}
