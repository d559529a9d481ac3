package dk.borgermaaling.benchmarks;

import dk.borgermaaling.simulators.Gateway;
import dk.borgermaaling.simulators.caller.CallerSettings;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.util.Base64;

/** OIO IDWS REST: a SAML token of the token service, exchanged for an access token of ours. */
final class AccessToken {
  private static final String PARTY = "caller";
  private static final String TRUST = "http://docs.oasis-open.org/ws-sx/ws-trust/200512";
  private static final String SAML =
      "http://docs.oasis-open.org/wss/oasis-wss-saml-token-profile-1.1#SAMLV2.0";

  private final RunningSystem system;
  private final Gateway client;

  AccessToken(RunningSystem system) {
    this.system = system;
    this.client = system.around().gatewayAs(PARTY);
  }

  RestWay way() throws IOException, InterruptedException {
    String assertion =
        post(
                system.caller().tokenService().resolve("/runtime/api/rest/wstrust/v1/issue"),
                "application/json",
                question().toString())
            .getJsonObject("RequestedSecurityToken")
            .getString("Assertion");
    String token =
        post(
                system.mutualTls("/rest/v1/token"),
                "application/x-www-form-urlencoded",
                "saml-token=" + URLEncoder.encode(assertion, StandardCharsets.UTF_8))
            .getString("access_token");
    return RestWay.ofToken(system, PARTY, "Holder-of-key " + token);
  }

  private JsonObject question() {
    return Json.createObjectBuilder()
        .add("TokenType", SAML)
        .add("RequestType", TRUST + "/Issue")
        .add("KeyType", TRUST + "/PublicKey")
        .add("UseKey", certificate())
        .add("AnvenderKontekst", Json.createObjectBuilder().add("Cvr", system.caller().cvr()))
        .add(
            "AppliesTo",
            Json.createObjectBuilder()
                .add(
                    "EndpointReference",
                    Json.createObjectBuilder().add("Address", CallerSettings.AUDIENCE)))
        .build();
  }

  private String certificate() {
    try {
      return Base64.getEncoder()
          .encodeToString(system.around().key(PARTY).certificate().getEncoded());
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException("a certificate that was read can be written", e);
    }
  }

  private JsonObject post(URI address, String type, String body)
      throws IOException, InterruptedException {
    HttpResponse<String> answer =
        client.send(
            HttpRequest.newBuilder(address)
                .timeout(Load.PATIENCE)
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    if (answer.statusCode() != 200) {
      throw new IOException("no token of " + address + " but " + answer.statusCode());
    }
    try (JsonReader reader = Json.createReader(new StringReader(answer.body()))) {
      return reader.readObject();
    }
  }
}
