package dk.borgermaaling.simulators.sts;

import dk.borgermaaling.simulators.certificates.KeyFile;
import dk.borgermaaling.simulators.server.Reply;
import dk.borgermaaling.simulators.server.Request;
import jakarta.json.Json;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The OAuth variant of the STS over mutual TLS: client credentials for a JWT that is bound to the
 * certificate of the connection. {@code scope} is a list of {@code name:value} with commas.
 */
final class OAuthEndpoint {
  private static final Set<String> SCOPES = Set.of("entityid", "anvenderkontekst", "onbehalfof");

  private final TokenIssuer issuer;
  private final Registry registry;
  private final JwtTemplate jwt;
  private final AccessTokens tokens;
  private final Clock clock;

  OAuthEndpoint(
      TokenIssuer issuer, Registry registry, KeyFile key, AccessTokens tokens, Clock clock) {
    this.issuer = issuer;
    this.registry = registry;
    this.jwt = new JwtTemplate(key);
    this.tokens = tokens;
    this.clock = clock;
  }

  Reply issue(Request request) {
    @Nullable X509Certificate caller = request.client().orElse(null);
    if (caller == null) {
      return error(401, "invalid_client", "A client certificate is required");
    }
    if (!request
        .header("Content-Type")
        .orElse("")
        .startsWith("application/x-www-form-urlencoded")) {
      return error(400, "invalid_request", "application/x-www-form-urlencoded is required");
    }
    Map<String, String> form = request.form();
    if (!"client_credentials".equals(form.get("grant_type"))) {
      return error(400, "unsupported_grant_type", "grant_type must be client_credentials");
    }
    Optional<String> known = registry.system(caller).map(Registry::clientId);
    if (known.isEmpty() || !known.get().equals(form.get("client_id"))) {
      return error(401, "invalid_client", "The client is not the certificate's");
    }
    return issue(caller, known.get(), form.getOrDefault("scope", ""));
  }

  private Reply issue(X509Certificate caller, String clientId, String scope) {
    Optional<Map<String, String>> read = scopes(scope);
    if (read.isEmpty()) {
      return error(400, "invalid_scope", "scope must be entityid:..,anvenderkontekst:<cvr>");
    }
    Map<String, String> asked = read.get();
    TokenRequest request =
        new TokenRequest(
            caller,
            asked.getOrDefault("entityid", ""),
            asked.getOrDefault("anvenderkontekst", ""),
            Optional.ofNullable(asked.get("onbehalfof")));
    try {
      Agreement agreement = issuer.decide(request);
      Instant now = clock.instant();
      String token = jwt.signed(request, agreement, clientId, now);
      tokens.grant(
          token, caller, request.entityId(), request.cvr(), now.plus(TokenIssuer.LIFETIME));
      return Reply.json(
              200,
              Json.createObjectBuilder()
                  .add("access_token", token)
                  .add("token_type", "Holder-of-key")
                  .add("expires_in", TokenIssuer.LIFETIME.toSeconds())
                  .build())
          .with("Cache-Control", "no-store")
          .with("Pragma", "no-cache");
    } catch (StsFault fault) {
      return error(400, "invalid_scope", fault.text());
    }
  }

  /** Each name once, both required ones there, the CVR eight digits; otherwise empty. */
  private static Optional<Map<String, String>> scopes(String scope) {
    Map<String, String> found = new HashMap<>();
    for (String one : scope.split(",", -1)) {
      int colon = one.indexOf(':');
      String name = colon < 0 ? "" : one.substring(0, colon);
      if (!SCOPES.contains(name) || found.put(name, one.substring(colon + 1)) != null) {
        return Optional.empty();
      }
    }
    return found.containsKey("entityid")
            && found.getOrDefault("anvenderkontekst", "").matches("[0-9]{8}")
        ? Optional.of(found)
        : Optional.empty();
  }

  private static Reply error(int status, String error, String description) {
    return Reply.json(
        status,
        Json.createObjectBuilder()
            .add("error", error)
            .add("error_description", description)
            .build());
  }
}
