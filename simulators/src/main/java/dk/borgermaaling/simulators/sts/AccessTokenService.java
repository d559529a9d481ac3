package dk.borgermaaling.simulators.sts;

import dk.borgermaaling.simulators.server.Reply;
import dk.borgermaaling.simulators.server.Request;
import jakarta.json.Json;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Exchanges an assertion for an access token (OIO IDWS REST 1.0). What Serviceplatformen itself
 * answers to a bad assertion is not publicly known; this is what the profile says: 401 with {@code
 * WWW-Authenticate}, 400 for a request that is no exchange at all.
 */
final class AccessTokenService {
  private final AssertionCheck check;
  private final AccessTokens tokens;
  private final Set<String> audiences;
  private final Clock clock;

  AccessTokenService(
      AssertionCheck check, AccessTokens tokens, Set<String> audiences, Clock clock) {
    this.check = check;
    this.tokens = tokens;
    this.audiences = Set.copyOf(audiences);
    this.clock = clock;
  }

  Reply exchange(Request request) {
    if (!request
        .header("Content-Type")
        .orElse("")
        .startsWith("application/x-www-form-urlencoded")) {
      return refuse(
          400, "invalid_request", "Content-Type 'application/x-www-form-urlencoded' is required.");
    }
    @Nullable X509Certificate shown = request.client().orElse(null);
    if (shown == null) {
      return refuse(
          401,
          "invalid_token",
          "A valid certificate must be presented when presenting a Holder-of-key token");
    }
    @Nullable String encoded = request.form().get("saml-token");
    if (encoded == null) {
      return refuse(400, "invalid_request", "saml-token was missing");
    }
    try {
      AssertionCheck.Facts facts = check.read(Base64.getDecoder().decode(encoded));
      return exchange(facts, shown);
    } catch (IllegalArgumentException e) {
      return refuse(400, "invalid_request", "saml-token must be in base64");
    } catch (AssertionCheck.InvalidAssertion e) {
      return refuse(401, "invalid_token", String.valueOf(e.getMessage()));
    }
  }

  private Reply exchange(AssertionCheck.Facts facts, X509Certificate shown) {
    Instant now = clock.instant();
    if (now.isBefore(facts.notBefore()) || !now.isBefore(facts.end())) {
      return refuse(401, "invalid_token", "The SAML token is expired");
    }
    if (!audiences.contains(facts.audience())) {
      return refuse(401, "invalid_token", "The audience of the SAML token is unknown");
    }
    if (!facts.holder().equals(shown)) {
      return refuse(401, "invalid_token", "Client certificate not HoK");
    }
    String token = tokens.grant(shown, facts.audience(), facts.cvr(), facts.end());
    return Reply.json(
            200,
            Json.createObjectBuilder()
                .add("access_token", token)
                .add("token_type", "Holder-of-key")
                .add("expires_in", AccessTokens.LIFETIME.toSeconds())
                .build())
        .with("Cache-Control", "no-store")
        .with("Pragma", "no-cache");
  }

  private static Reply refuse(int status, String error, String description) {
    return Reply.empty(status)
        .with(
            "WWW-Authenticate",
            "Holder-of-key error=\"" + error + "\", error_description=\"" + description + "\"");
  }
}
