package dk.borgermaaling.simulators.momentum;

import dk.borgermaaling.simulators.server.Reply;
import dk.borgermaaling.simulators.server.Request;
import dk.borgermaaling.simulators.world.Town;
import jakarta.json.Json;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The token endpoint of Azure AD, version 1: client credentials with {@code resource}, numbers
 * written as text. Tokens live for an hour of real time and in memory alone: after a restart nobody
 * has one.
 */
final class AccessTokens {
  private static final Duration LIFETIME = Duration.ofSeconds(3599);
  private static final SecureRandom RANDOM = new SecureRandom();

  private final List<Tenant> tenants;
  private final Faults faults;
  private final Clock clock;
  private final Map<String, Grant> grants = new ConcurrentHashMap<>();

  private record Grant(Town town, Instant until) {}

  AccessTokens(List<Tenant> tenants, Faults faults, Clock clock) {
    this.tenants = tenants;
    this.faults = faults;
    this.clock = clock;
  }

  Reply issue(Request request) {
    if (faults.applies(Fault.TOKEN_DOWN, "")) {
      return Reply.text(503, "Service Unavailable");
    }
    Map<String, String> form = request.form();
    if (!"client_credentials".equals(form.get("grant_type"))) {
      return error(400, "unsupported_grant_type", "AADSTS70003: The grant type is not supported.");
    }
    Optional<Tenant> tenant =
        tenants.stream()
            .filter(t -> same(t.clientId(), form.getOrDefault("client_id", "")))
            .filter(t -> same(t.clientSecret(), form.getOrDefault("client_secret", "")))
            .findFirst();
    if (tenant.isEmpty()) {
      return error(401, "invalid_client", "AADSTS7000215: Invalid client id or secret provided.");
    }
    String resource = form.getOrDefault("resource", "");
    if (!same(tenant.get().resource(), resource)) {
      return error(400, "invalid_resource", "AADSTS500011: The resource principal was not found.");
    }
    byte[] random = new byte[48];
    RANDOM.nextBytes(random);
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    Instant now = clock.instant();
    Instant until = now.plus(LIFETIME);
    grants.put(token, new Grant(tenant.get().town(), until));
    return Reply.json(
        200,
        Json.createObjectBuilder()
            .add("token_type", "Bearer")
            .add("expires_in", "" + LIFETIME.toSeconds())
            .add("ext_expires_in", "" + LIFETIME.toSeconds())
            .add("expires_on", "" + until.getEpochSecond())
            .add("not_before", "" + now.getEpochSecond())
            .add("resource", resource)
            .add("access_token", token)
            .build());
  }

  /** Whether the request shows a token that is good for this town, and the town's API key. */
  boolean admits(Request request, Tenant tenant) {
    String authorization = request.header("Authorization").orElse("");
    if (!authorization.startsWith("Bearer ")) {
      return false;
    }
    Grant grant = grants.get(authorization.substring("Bearer ".length()));
    return grant != null
        && grant.town() == tenant.town()
        && clock.instant().isBefore(grant.until())
        && same(tenant.apiKey(), request.header("apikey").orElse(""));
  }

  private static boolean same(String expected, String given) {
    return MessageDigest.isEqual(
        expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
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
