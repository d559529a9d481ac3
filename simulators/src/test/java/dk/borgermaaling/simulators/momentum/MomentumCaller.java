package dk.borgermaaling.simulators.momentum;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgermaaling.simulators.Gateway;
import dk.borgermaaling.simulators.support.TestCertificates;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;

/** Asks Momentum as Tårnby's adapter does, where nothing else is said. */
final class MomentumCaller {
  private final Gateway client = Gateway.withoutCertificate(TestCertificates.trust());
  private final IntSupplier port;

  MomentumCaller(IntSupplier port) {
    this.port = port;
  }

  List<JsonObject> search(String path, int size, JsonObject... filters) throws Exception {
    List<JsonObject> rows = new ArrayList<>();
    for (int number = 0; ; number++) {
      HttpResponse<String> answer = page(path, number, size, filters);
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
      JsonObject page = json(answer);
      rows.addAll(page.getJsonArray("data").getValuesAs(JsonObject.class));
      if (!page.getBoolean("hasMore")) {
        return rows;
      }
    }
  }

  HttpResponse<String> page(String path, int number, int size, JsonObject... filters)
      throws Exception {
    var list = Json.createArrayBuilder();
    List.of(filters).forEach(list::add);
    return post(
        path,
        Json.createObjectBuilder()
            .add("filters", list)
            .add("søgeterm", "*")
            .add(
                "paging",
                Json.createObjectBuilder().add("pageNumber", number).add("pageSize", size))
            .build()
            .toString());
  }

  static JsonObject filter(String field, String... values) {
    JsonArray texts = Json.createArrayBuilder(List.of(values)).build();
    return Json.createObjectBuilder()
        .add("customFilter", "")
        .add("fieldName", field)
        .add("values", texts)
        .build();
  }

  static List<String> ids(List<JsonObject> rows) {
    return rows.stream().map(r -> r.getString("id")).toList();
  }

  HttpResponse<String> post(String path, String body) throws Exception {
    return client.send(authorised(path).POST(BodyPublishers.ofString(body)).build());
  }

  HttpResponse<String> call(String path) throws Exception {
    return client.send(authorised(path).build());
  }

  private HttpRequest.Builder authorised(String path) throws Exception {
    return HttpRequest.newBuilder(uri("/momentum/0185/api/" + path))
        .header("Authorization", "Bearer " + token("taarnby", "skjult", "res-2"))
        .header("apikey", "key2");
  }

  HttpResponse<String> get(String path, String token, String apiKey) throws Exception {
    return client.send(
        HttpRequest.newBuilder(uri(path))
            .header("Authorization", "Bearer " + token)
            .header("apikey", apiKey)
            .build());
  }

  String token(String id, String secret, String resource) throws Exception {
    return json(form("client_credentials", id, secret, resource)).getString("access_token");
  }

  HttpResponse<String> form(String grant, String id, String secret, String resource)
      throws Exception {
    String encoded = URLEncoder.encode(secret, StandardCharsets.UTF_8);
    String body =
        "grant_type=%s&client_id=%s&client_secret=%s&resource=%s"
            .formatted(grant, id, encoded, resource);
    return client.send(
        HttpRequest.newBuilder(uri("/momentum/aad/oauth2/token"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body))
            .build());
  }

  private URI uri(String path) {
    return URI.create("https://localhost:" + port.getAsInt() + path);
  }

  static JsonObject json(HttpResponse<String> answer) {
    try (JsonReader reader = Json.createReader(new StringReader(answer.body()))) {
      return reader.readObject();
    }
  }
}
