package dk.borgermaaling.gateway.access.kombit;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpRequest;

/**
 * Asks KOMBIT's STS (Adgangsstyring for systemer) for a holder-of-key assertion over its JSON
 * variant, {@code /runtime/api/rest/wstrust/v1/issue}. {@code UseKey} is not documented by KOMBIT
 * and yet required.
 */
public final class JsonSts implements AssertionSource {
  private static final TokenServiceCall STS = new TokenServiceCall("the STS");
  private final URI endpoint;

  public JsonSts(URI endpoint) {
    this.endpoint = endpoint;
  }

  @Override
  public Assertion issue(TokenKey key) throws NoToken {
    HttpRequest request = TokenServiceCall.question(endpoint, "application/json", question(key));
    return Assertion.read(assertion(STS.body(key.holder().http(), request)), key);
  }

  private static String question(TokenKey key) {
    return Json.createObjectBuilder()
        .add(
            "TokenType", "http://docs.oasis-open.org/wss/oasis-wss-saml-token-profile-1.1#SAMLV2.0")
        .add("RequestType", "http://docs.oasis-open.org/ws-sx/ws-trust/200512/Issue")
        .add("KeyType", "http://docs.oasis-open.org/ws-sx/ws-trust/200512/PublicKey")
        .add("AnvenderKontekst", Json.createObjectBuilder().add("Cvr", key.authority().value()))
        .add("UseKey", key.holder().certificate().oneLine())
        .add(
            "AppliesTo",
            Json.createObjectBuilder()
                .add(
                    "EndpointReference", Json.createObjectBuilder().add("Address", key.entityId())))
        .add("OnBehalfOf", onBehalfOf(key))
        .build()
        .toString();
  }

  /** Clients are known to write null here alone; a certificate is written as in {@code UseKey}. */
  private static JsonValue onBehalfOf(TokenKey key) {
    return key.onBehalfOf()
        .<JsonValue>map(other -> Json.createValue(FunctionCertificate.oneLine(other)))
        .orElse(JsonValue.NULL);
  }

  private static String assertion(byte[] body) throws NoToken {
    try (JsonReader reader = Json.createReader(new ByteArrayInputStream(body))) {
      JsonObject token = reader.readObject().getJsonObject("RequestedSecurityToken");
      String assertion = token == null ? "" : token.getString("Assertion", "");
      if (!assertion.isBlank()) {
        return assertion;
      }
    } catch (JsonException | ClassCastException e) {
      // Told below, like an answer that lacks the assertion.
    }
    throw STS.unreadable("without an assertion");
  }
}
