package dk.borgermaaling.simulators.support;

import dk.borgermaaling.simulators.Gateway;
import dk.borgermaaling.simulators.certificates.KeyFile;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;

/** Calls KOMBIT's REST interfaces with one party's certificate. */
public final class Caller {
  private final int port;
  private final KeyFile key;
  private final Gateway client;

  public Caller(int port, String party) {
    this.port = port;
    this.key = TestCertificates.key(party);
    this.client = Gateway.withCertificate(key, TestCertificates.trust());
  }

  /** The STS's answer for this certificate, municipality and service. */
  public HttpResponse<String> saml(String entityId, String cvr) throws Exception {
    return saml(entityId, cvr, key);
  }

  /** With the certificate of another party as UseKey. */
  public HttpResponse<String> saml(String entityId, String cvr, KeyFile useKey) throws Exception {
    String body =
        Json.createObjectBuilder()
            .add(
                "TokenType",
                "http://docs.oasis-open.org/wss/oasis-wss-saml-token-profile-1.1#SAMLV2.0")
            .add("RequestType", "http://docs.oasis-open.org/ws-sx/ws-trust/200512/Issue")
            .add("KeyType", "http://docs.oasis-open.org/ws-sx/ws-trust/200512/PublicKey")
            .add("AnvenderKontekst", Json.createObjectBuilder().add("Cvr", cvr))
            .add("UseKey", Base64.getEncoder().encodeToString(useKey.certificate().getEncoded()))
            .add(
                "AppliesTo",
                Json.createObjectBuilder()
                    .add("EndpointReference", Json.createObjectBuilder().add("Address", entityId)))
            .addNull("OnBehalfOf")
            .build()
            .toString();
    return send(
        request("/runtime/api/rest/wstrust/v1/issue")
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  /** Base64 of the assertion. */
  public String assertion(String entityId, String cvr) throws Exception {
    return json(saml(entityId, cvr).body())
        .getJsonObject("RequestedSecurityToken")
        .getString("Assertion");
  }

  public HttpResponse<String> exchange(String assertion) throws Exception {
    return send(
        request("/service/AccessTokenService_1/token")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "saml-token=" + URLEncoder.encode(assertion, StandardCharsets.UTF_8))));
  }

  public String accessToken(String entityId, String cvr) throws Exception {
    return json(exchange(assertion(entityId, cvr)).body()).getString("access_token");
  }

  /** A call to a service with the two headers in order. */
  public HttpRequest.Builder service(String path, String token) {
    return request(path)
        .header("Authorization", "Holder-of-key " + token)
        .header("x-TransaktionsId", UUID.randomUUID().toString())
        .header("x-TransaktionsTid", "2026-11-23T08:00:00Z");
  }

  public HttpResponse<String> kombi(String token, String body) throws Exception {
    return send(
        service("/service/KombiPostAfsend_1/kombi", token)
            .header("Content-Type", "application/xml;charset=UTF-8")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  public HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("https://localhost:" + port + path));
  }

  public HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return client.send(request.build());
  }

  public static JsonObject json(String text) {
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      return reader.readObject();
    }
  }
}
