package dk.borgermaaling.liberty.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.borgermaaling.simulators.Gateway;
import java.io.ByteArrayInputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * What {@code POST /fasit/events} answers to bad input: problem+json with nothing of the input, or
 * a receipt that names what is wrong with an event. The letter is all that either leaves: with it
 * gone, the database is what it was.
 */
@ExtendWith(ArquillianExtension.class)
class FasitBadInputIT {
  private static final String XML = "application/xml; charset=UTF-8";
  private static final String LETTER_OF_BATCH = "push/aarhus";
  private final Wire wire = Wire.played();
  private final Gateway fasit = wire.as("fasit");
  private final URI address = wire.mutualTls("/fasit/events");
  private final FreshEvent fresh = FreshEvent.in(wire.system());

  @RegisterExtension final UnchangedDatabase database = new UnchangedDatabase(wire);

  static void assertProblem(HttpResponse<String> answer, int status, String problem) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(answer.body())
        .contains(
            "\"type\":\"http://borgermaaling.dk/problems/" + problem + "\"",
            "\"status\":" + status,
            "\"instance\":\"urn:uuid:")
        .doesNotContain("Exception", "apache", "91013", Hostile.SECRET);
  }

  @Test
  void xml_that_is_not_well_formed_is_malformed() {
    assertProblem(post("<events"), 400, "malformed");
    assertProblem(post(""), 400, "malformed");
    assertProblem(post(good().replace("</events>", "")), 400, "malformed");
    assertLetterOfBatch();
  }

  @Test
  void json_is_not_spoken() {
    assertProblem(
        wire.post(fasit, address, "application/json", "{\"events\":["),
        415,
        "unsupported-media-type");
  }

  @Test
  void another_method_is_not_offered() {
    assertProblem(
        wire.send(fasit, HttpRequest.newBuilder(address).GET()), 405, "method-not-allowed");
  }

  @Test
  void what_is_wrong_in_an_event_is_that_events_and_named() {
    String good = good();
    Map.of(
            good.replace("<version>1</version>", ""), "version",
            good.replace("<version>1<", "<version>0<"), "version",
            good.replace(fresh.cpr(), "91013x0000"), "cprNumber",
            good.replace("Z</occurredAt>", "+01:00</occurredAt>"), "occurredAt",
            good.replace("TARGET_GROUP_STARTED", "TARGET_GROUP_LOST"), "type")
        .forEach(
            (wrong, field) -> {
              assertThat(wrong).isNotEqualTo(good);
              HttpResponse<String> answer = post(wrong);
              assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
              assertThat(answer.body())
                  .contains(
                      "<eventId>" + fresh.eventId() + "</eventId><result>REJECTED</result>",
                      "problems/malformed",
                      "<field>" + field + "</field>")
                  .doesNotContain("Exception", "91013");
              assertThat(Traces.removeDeadLetter(wire, fresh.eventId())).isEqualTo(1);
            });
  }

  @Test
  void what_the_contract_does_not_have_is_left_out() {
    database.exceptWhatIsSetAside();
    String more =
        fresh
            .fasitOfUnknownGroup("aarhus")
            .replace("</event>", "<caseworker>9101310000</caseworker></event>");
    HttpResponse<String> answer = post(more);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.body())
        .contains("problems/unknown-target-group")
        .doesNotContain("malformed", "9101310000");
    assertThat(Traces.removeDeadLetter(wire, fresh.eventId())).isEqualTo(1);
  }

  @Test
  void what_is_no_batch_of_the_contract_is_malformed_whole() {
    String good = good();
    for (String wrong :
        new String[] {
          good.replaceAll("<event>.*</event>", ""),
          good.replace("contract/fasit/1", "contract/fasit/2"),
          good.replace("</events>", "9101310000</events>"),
          good.replaceFirst("(<event>.*</event>)", "$1".repeat(501))
        }) {
      assertThat(wrong).isNotEqualTo(good);
      assertProblem(post(wrong), 400, "malformed");
    }
    assertLetterOfBatch();
  }

  @Test
  void a_dtd_is_refused_and_nothing_is_fetched() {
    try (Hostile hostile = new Hostile()) {
      hostile
          .documents(good(), fresh.eventId())
          .forEach((name, document) -> assertProblem(post(document), 400, "malformed"));
      assertThat(hostile.visits()).isZero();
    }
    assertLetterOfBatch();
  }

  @Test
  void ten_megabytes_are_too_large_announced_or_in_chunks() {
    byte[] large = " ".repeat(Hostile.TEN_MEGABYTES).getBytes(StandardCharsets.US_ASCII);
    assertProblem(
        wire.post(fasit, address, XML, BodyPublishers.ofByteArray(large)), 413, "too-large");
    assertProblem(
        wire.post(
            fasit,
            address,
            XML,
            BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large))),
        413,
        "too-large");
    // What is too large for the edge does not come as far as to have a letter.
    Traces.removeDeadLetter(wire, LETTER_OF_BATCH);
  }

  @Test
  void an_unknown_target_group_has_its_receipt_and_a_dead_letter_and_no_other_row() {
    database.exceptWhatIsSetAside();
    HttpResponse<String> answer = post(fresh.fasitOfUnknownGroup("aarhus"));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body())
        .contains(
            "<eventId>" + fresh.eventId() + "</eventId><result>REJECTED</result>",
            "problems/unknown-target-group")
        .doesNotContain(fresh.cpr());
    assertThat(Traces.removeDeadLetter(wire, fresh.eventId())).isEqualTo(1);
  }

  @Test
  void another_tenant_than_the_certificates_may_not_send() {
    for (String tenant : new String[] {"silkeborg", "nowhere"}) {
      assertProblem(post(fresh.fasit(tenant)), 403, "not-allowed");
    }
    assertLetterOfBatch();
  }

  @Test
  void a_certificate_that_is_not_fasits_may_not_send() {
    assertProblem(wire.post(wire.as("caller"), address, XML, good()), 403, "not-allowed");
    assertProblem(wire.post(wire.as("beskedfordeler"), address, XML, good()), 403, "not-allowed");
  }

  @Test
  void without_a_certificate_there_is_no_connection_and_on_the_other_port_no_trust() {
    assertThatThrownBy(() -> wire.post(wire.nobody(), address, XML, good()))
        .isInstanceOf(UncheckedIOException.class);
    URI public443 = wire.system().gateway().resolve("/fasit/events");
    assertProblem(wire.post(wire.nobody(), public443, XML, good()), 401, "not-trusted");
    assertProblem(wire.post(fasit, public443, XML, good()), 401, "not-trusted");
  }

  /** One for all batches that were refused; takes it away. */
  private void assertLetterOfBatch() {
    assertThat(Traces.removeDeadLetter(wire, LETTER_OF_BATCH)).isEqualTo(1);
  }

  private String good() {
    return fresh.fasit("aarhus");
  }

  private HttpResponse<String> post(String body) {
    return wire.post(fasit, address, XML, body);
  }
}
