package dk.borgermaaling.liberty.wire;

import dk.borgermaaling.simulators.caller.CallerSettings;
import dk.borgermaaling.simulators.world.Town;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.util.Base64;

/** Assertions of the token service, asked for in its JSON variant. */
final class Token {
  private static final String TRUST = "http://docs.oasis-open.org/ws-sx/ws-trust/200512";

  private Token() {}

  /** Silkeborg's caller gets one for our service; the XML is as the token service signed it. */
  static String forTheCaller(Wire wire) {
    return of(wire, "caller", CallerSettings.AUDIENCE);
  }

  /**
   * Silkeborg's, for a party with which the token service has an agreement.
   *
   * @param audience entity id of the service
   */
  static String of(Wire wire, String party, String audience) {
    HttpResponse<String> answer =
        wire.post(
            wire.as(party),
            wire.system().simulatorsAddress().resolve("/runtime/api/rest/wstrust/v1/issue"),
            "application/json",
            request(wire, party, audience).toString());
    if (answer.statusCode() != 200) {
      throw new IllegalStateException("the token service answered " + answer.statusCode());
    }
    try (JsonReader reader = Json.createReader(new StringReader(answer.body()))) {
      String base64 =
          reader.readObject().getJsonObject("RequestedSecurityToken").getString("Assertion");
      return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
    }
  }

  private static JsonObject request(Wire wire, String party, String audience) {
    return Json.createObjectBuilder()
        .add(
            "TokenType", "http://docs.oasis-open.org/wss/oasis-wss-saml-token-profile-1.1#SAMLV2.0")
        .add("RequestType", TRUST + "/Issue")
        .add("KeyType", TRUST + "/PublicKey")
        .add("UseKey", certificate(wire, party))
        .add("AnvenderKontekst", Json.createObjectBuilder().add("Cvr", Town.SILKEBORG.cvr()))
        .add(
            "AppliesTo",
            Json.createObjectBuilder()
                .add("EndpointReference", Json.createObjectBuilder().add("Address", audience)))
        .build();
  }

  private static String certificate(Wire wire, String party) {
    try {
      return Base64.getEncoder().encodeToString(wire.key(party).certificate().getEncoded());
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException(e);
    }
  }
}
