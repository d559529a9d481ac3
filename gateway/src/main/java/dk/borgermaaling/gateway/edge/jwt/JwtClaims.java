package dk.borgermaaling.gateway.edge.jwt;

import dk.borgermaaling.gateway.edge.Caller;
import dk.borgermaaling.gateway.edge.Refusal;
import dk.borgermaaling.gateway.edge.Thumbprint;
import dk.borgermaaling.gateway.edge.json.StrictJson;
import dk.borgermaaling.gateway.kernel.Cvr;
import dk.borgermaaling.gateway.kernel.ProblemException;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;

/**
 * The claims of KOMBIT's profile, version 1.0: {@code cvr}, and {@code priv}, a base64 of JSON with
 * groups of privileges. As in SAML's list of privileges, no constraint is known here, so a group
 * that has one, or a member that we do not know, grants nothing.
 */
final class JwtClaims {
  private static final String SCOPE = "urn:dk:gov:saml:cvrNumberIdentifier:";
  private static final String VERSION = "1.0";
  private static final Set<String> GROUP = Set.of("privilege", "scope", "constraints");

  private JwtClaims() {}

  static Caller caller(JsonObject claims, Thumbprint client) {
    if (!VERSION.equals(JwtVerifier.text(claims, "spec_ver"))) {
      throw Refusal.notTrusted("a JWT of another version of the profile");
    }
    String cvr = JwtVerifier.text(claims, "cvr");
    if (!cvr.matches("[0-9]{8}")) {
      throw Refusal.notTrusted("a JWT whose CVR is none");
    }
    Set<String> roles =
        claims.containsKey("priv") ? granted(JwtVerifier.text(claims, "priv"), cvr) : Set.of();
    return new Caller(new Cvr(cvr), client, roles);
  }

  private static Set<String> granted(String priv, String cvr) {
    if (!(read(priv) instanceof JsonObject object)
        || !(object.get("privilegegroups") instanceof JsonArray groups)) {
      throw Refusal.notTrusted("a JWT without groups in its privileges");
    }
    Set<String> roles = new HashSet<>();
    for (JsonValue group : groups) {
      add(group, SCOPE + cvr, roles);
    }
    return roles;
  }

  private static JsonValue read(String base64) {
    try {
      return StrictJson.read(Base64.getDecoder().decode(base64));
    } catch (ProblemException | IllegalArgumentException e) {
      throw Refusal.notTrusted("privileges in a JWT that cannot be read");
    }
  }

  private static void add(JsonValue value, String scope, Set<String> roles) {
    if (!(value instanceof JsonObject group)) {
      throw Refusal.notTrusted("a group of privileges that is no object");
    }
    JsonValue constraints = group.getOrDefault("constraints", JsonValue.EMPTY_JSON_ARRAY);
    boolean free =
        constraints.equals(JsonValue.EMPTY_JSON_ARRAY) && GROUP.containsAll(group.keySet());
    if (free && scope.equals(JwtVerifier.text(group, "scope"))) {
      roles.add(JwtVerifier.text(group, "privilege"));
    }
  }
}
