package dk.borgermaaling.gateway.access.kombit;

import dk.borgermaaling.gateway.access.kombit.KombitHttp.Exchange;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;

/**
 * Asks KOMBIT's STS (Adgangsstyring for systemer) for a holder-of-key assertion over its JSON
 * variant, {@code /runtime/api/rest/wstrust/v1/issue}. {@code UseKey} is not documented by KOMBIT
 * and yet required.
 */
public final class StsClient implements HolderOfKeyTokens.AssertionSource {
  private final KombitHttp http;
  private final URI endpoint;
  private final String certificate;

  /**
   * @param certificate ours, base64 on one line
   */
  public StsClient(KombitHttp http, URI endpoint, String certificate) {
    this.http = http;
    this.endpoint = endpoint;
    this.certificate = certificate;
  }

  @Override
  public Assertion issue(TokenKey key) throws NoToken {
    HttpRequest request =
        HttpRequest.newBuilder(endpoint)
            .header("Content-Type", "application/json")
            .header("Accept", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(question(key), StandardCharsets.UTF_8))
            .build();
    if (!(http.exchange(request) instanceof Exchange.Answered answer)) {
      throw new NoToken(NoToken.Reason.UNREACHABLE, "the STS does not answer");
    }
    if (answer.status() >= 500) {
      throw new NoToken(NoToken.Reason.UNREACHABLE, "the STS answered " + answer.status());
    }
    if (answer.status() != 200) {
      throw new NoToken(NoToken.Reason.REFUSED, "the STS answered " + answer.status());
    }
    return Assertion.read(assertion(answer.body()));
  }

  private String question(TokenKey key) {
    return Json.createObjectBuilder()
        .add(
            "TokenType", "http://docs.oasis-open.org/wss/oasis-wss-saml-token-profile-1.1#SAMLV2.0")
        .add("RequestType", "http://docs.oasis-open.org/ws-sx/ws-trust/200512/Issue")
        .add("KeyType", "http://docs.oasis-open.org/ws-sx/ws-trust/200512/PublicKey")
        .add("AnvenderKontekst", Json.createObjectBuilder().add("Cvr", key.authority().value()))
        .add("UseKey", certificate)
        .add(
            "AppliesTo",
            Json.createObjectBuilder()
                .add(
                    "EndpointReference", Json.createObjectBuilder().add("Address", key.entityId())))
        .addNull("OnBehalfOf")
        .build()
        .toString();
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
    throw new NoToken(NoToken.Reason.UNREADABLE, "the STS answered without an assertion");
  }
}
