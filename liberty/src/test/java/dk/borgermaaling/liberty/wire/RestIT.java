package dk.borgermaaling.liberty.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgermaaling.simulators.Gateway;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Case events over REST with an access token, at the packaged server. */
@ExtendWith(ArquillianExtension.class)
class RestIT {
  private static final String ONE = "application/cloudevents+json";
  private static final String BATCH = "application/cloudevents-batch+json";
  private static final String TIME = "2026-11-26T09:00:00+01:00";
  private final Wire wire = Wire.played();
  private final FreshEvent fresh = FreshEvent.in(wire.system());
  private final String transaction = UUID.randomUUID() + ".1";

  @RegisterExtension final UnchangedDatabase database = new UnchangedDatabase(wire);

  @AfterEach
  void forget() {
    Traces.remove(wire, fresh.eventId());
    Traces.execute(
        wire,
        List.of("DELETE FROM ops.access_token WHERE audience = ?"),
        "http://borgermaaling.dk/service/case-event/1");
  }

  @Test
  void an_event_is_registered_once_and_a_repeat_is_answered_as_the_first_was() {
    String token = token();
    var first = post(wire.as("caller"), token, ONE, fresh.cloudEvent("0740", "6.2"));
    assertThat(first.statusCode()).as(first.body()).isEqualTo(202);
    assertThat(first.body())
        .isEqualTo("{\"id\":\"" + fresh.eventId() + "\",\"outcome\":\"REGISTERED\"}");
    assertThat(first.headers().firstValue("x-TransaktionsId")).contains(transaction);
    assertThat(first.headers().firstValue("x-TransaktionsTid")).contains(TIME);
    assertThat(first.headers().firstValue("Cache-Control")).contains("no-store");
    Traces.awaitDecision(wire, fresh.eventId());

    var again = post(wire.as("caller"), token, ONE, fresh.cloudEvent("0740", "6.2"));
    assertThat(again.statusCode()).isEqualTo(202);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(events()).isEqualTo(1);

    assertProblem(
        post(wire.as("caller"), token, ONE, fresh.cloudEvent("0740", "6.1")), 409, "conflict");
  }

  @Test
  void a_batch_gets_a_receipt_for_each_and_what_is_wrong_by_itself_is_rejected_by_itself() {
    database.exceptWhatIsSetAside();
    FreshEvent wrong = FreshEvent.in(wire.system());
    String batch =
        "[" + wrong.cloudEvent("0740", "6.99") + "," + fresh.cloudEvent("0740", "6.2") + "]";
    var answer = post(wire.as("caller"), token(), BATCH, batch);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    var receipts = Json.createReader(new StringReader(answer.body())).readArray();
    assertThat(receipts.getJsonObject(0).getString("outcome")).isEqualTo("REJECTED");
    assertThat(receipts.getJsonObject(0).getJsonObject("problem").getString("type"))
        .endsWith("/unknown-target-group");
    assertThat(receipts.getJsonObject(1).getString("outcome")).isEqualTo("REGISTERED");
    Traces.awaitDecision(wire, fresh.eventId());
  }

  @Test
  void one_event_of_another_municipality_refuses_the_whole_batch() {
    String batch =
        "["
            + fresh.cloudEvent("0740", "6.2")
            + ","
            + FreshEvent.in(wire.system()).cloudEvent("0461", "6.2")
            + "]";
    assertProblem(post(wire.as("caller"), token(), BATCH, batch), 403, "not-allowed");
    assertThat(events()).isZero();
  }

  @Test
  void a_token_is_its_holders_and_of_no_use_to_anybody_else() {
    String token = token();
    String event = fresh.cloudEvent("0740", "6.2");
    assertProblem(post(wire.as("fasit"), token, ONE, event), 401, "not-trusted");
    assertProblem(post(wire.as("caller"), "A".repeat(43), ONE, event), 401, "not-trusted");
    URI withoutCertificate = wire.system().gateway().resolve("/rest/v1/case-events");
    assertProblem(send(wire.nobody(), withoutCertificate, token, ONE, event), 401, "not-trusted");
    assertThat(events()).isZero();
  }

  @Test
  void a_saml_token_is_exchanged_only_by_its_holder_and_only_as_it_was_signed() {
    String assertion = Token.forTheCaller(wire);
    assertProblem(exchange(wire.as("fasit"), assertion), 401, "not-trusted");
    assertProblem(exchange(wire.as("gateway"), assertion), 401, "not-trusted");
    assertProblem(
        exchange(wire.as("caller"), assertion.replace("29189641", "35209115")), 401, "not-trusted");
    assertProblem(
        wire.post(
            wire.nobody(),
            wire.system().gateway().resolve("/rest/v1/token"),
            "application/x-www-form-urlencoded",
            "saml-token=x"),
        401,
        "not-trusted");
  }

  @ParameterizedTest
  @CsvSource({
    "application/json, {}, 415, unsupported-media-type",
    "application/cloudevents+json, {, 400, malformed",
    "application/cloudevents+json, [], 400, malformed",
    "application/cloudevents-batch+json, [], 400, malformed",
    "application/cloudevents-batch+json, {}, 400, malformed"
  })
  void what_is_no_event_is_malformed(String type, String body, int status, String problem) {
    assertProblem(post(wire.as("caller"), token(), type, body), status, problem);
  }

  @Test
  void the_description_is_for_everybody_and_nothing_else_is() {
    var description = wire.get(wire.system().gateway().resolve("/rest/v1/openapi.json"));
    assertThat(description.statusCode()).isEqualTo(200);
    assertThat(description.body()).contains("\"3.1.0\"", "/rest/v1/case-events");
    assertThat(wire.get(wire.system().gateway().resolve("/openapi")).statusCode()).isEqualTo(404);
    assertProblem(
        wire.get(wire.system().gateway().resolve("/rest/v1/case-events")), 401, "not-trusted");
    assertProblem(wire.get(wire.system().gateway().resolve("/rest/v1/x")), 404, "not-found");
  }

  private String token() {
    HttpResponse<String> answer = exchange(wire.as("caller"), Token.forTheCaller(wire));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    JsonObject json = Json.createReader(new StringReader(answer.body())).readObject();
    assertThat(json.getString("token_type")).isEqualTo("Holder-of-key");
    assertThat(json.getInt("expires_in")).isBetween(3_500, 3_600);
    return json.getString("access_token");
  }

  private HttpResponse<String> exchange(Gateway client, String assertion) {
    String base64 = Base64.getEncoder().encodeToString(assertion.getBytes(StandardCharsets.UTF_8));
    return wire.post(
        client,
        wire.mutualTls("/rest/v1/token"),
        "application/x-www-form-urlencoded",
        "saml-token=" + URLEncoder.encode(base64, StandardCharsets.UTF_8));
  }

  private HttpResponse<String> post(Gateway client, String token, String type, String body) {
    return send(client, wire.mutualTls("/rest/v1/case-events"), token, type, body);
  }

  private HttpResponse<String> send(
      Gateway client, URI to, String token, String type, String body) {
    return wire.send(
        client,
        HttpRequest.newBuilder(to)
            .header("Content-Type", type)
            .header("Authorization", "Holder-of-key " + token)
            .header("x-TransaktionsId", transaction)
            .header("x-TransaktionsTid", TIME)
            .POST(BodyPublishers.ofString(body)));
  }

  private static void assertProblem(HttpResponse<String> answer, int status, String problem) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(answer.body())
        .contains("http://borgermaaling.dk/problems/" + problem)
        .doesNotContain("Exception", "dk.borgermaaling", "apache");
  }

  private long events() {
    return wire.tables()
        .count("SELECT count(*) FROM intake.case_event WHERE event_id = '" + fresh.eventId() + "'");
  }
}
