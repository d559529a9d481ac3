package dk.borgermaaling.liberty.wire;

import jakarta.json.Json;
import java.io.StringReader;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;

/** Silkeborg's caller with an access token for one service. */
final class RestCaller {
  private static final String TIME = "2026-11-26T09:00:00+01:00";
  private final Wire wire;
  private final String token;

  /**
   * @param audience entity id of the service
   */
  RestCaller(Wire wire, String audience) {
    this.wire = wire;
    this.token = exchange(wire, Token.of(wire, "caller", audience));
  }

  String token() {
    return token;
  }

  HttpResponse<String> get(String path) {
    return send(path, HttpRequest.newBuilder().GET());
  }

  HttpResponse<String> post(String path, String json) {
    return send(
        path,
        HttpRequest.newBuilder()
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json)));
  }

  HttpResponse<String> post(String path, String type, BodyPublisher body, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder().header("Content-Type", type).POST(body);
    return send(path, headers.length == 0 ? request : request.headers(headers));
  }

  private HttpResponse<String> send(String path, HttpRequest.Builder request) {
    return wire.send(
        wire.as("caller"),
        request
            .uri(wire.mutualTls(path))
            .header("Authorization", "Holder-of-key " + token)
            .header("x-TransaktionsId", UUID.randomUUID() + ".1")
            .header("x-TransaktionsTid", TIME));
  }

  private static String exchange(Wire wire, String assertion) {
    String base64 = Base64.getEncoder().encodeToString(assertion.getBytes(StandardCharsets.UTF_8));
    HttpResponse<String> answer =
        wire.post(
            wire.as("caller"),
            wire.mutualTls("/rest/v1/token"),
            "application/x-www-form-urlencoded",
            "saml-token=" + URLEncoder.encode(base64, StandardCharsets.UTF_8));
    if (answer.statusCode() != 200) {
      throw new IllegalStateException("the token endpoint answered " + answer.statusCode());
    }
    return Json.createReader(new StringReader(answer.body()))
        .readObject()
        .getString("access_token");
  }
}
