package dk.borgermaaling.liberty.wire;

import static dk.borgermaaling.liberty.wire.FasitBadInputIT.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.borgermaaling.liberty.launcher.WholeSystem;
import dk.borgermaaling.simulators.Gateway;
import dk.borgermaaling.simulators.world.Town;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Case events by Beskedfordeler, {@code POST /beskedfordeler/haendelser}, at the packaged server.
 */
@ExtendWith(ArquillianExtension.class)
class DistributedEventsIT {
  private static final String XML = "application/xml";
  private static final Duration LONGEST = Duration.ofSeconds(30);
  private final Wire wire = Wire.played();
  private final Gateway beskedfordeler = wire.as("beskedfordeler");
  private final URI address = wire.mutualTls("/beskedfordeler/haendelser");
  private final FreshEvent fresh = FreshEvent.in(wire.system());

  /** Closed last: before it looks, {@link #forget} has taken away what the test left on purpose. */
  @RegisterExtension final UnchangedDatabase database = new UnchangedDatabase(wire);

  @AfterEach
  void forget() {
    Traces.remove(wire, fresh.eventId());
  }

  @Test
  void a_message_becomes_a_decided_event_once_however_often_it_comes() {
    Distributed first = ours(fresh.soap("0740", "6.2"));
    Distributed sameEvent = ours(fresh.soap("0740", "6.2"));
    assertThat(wire.send(beskedfordeler, HttpRequest.newBuilder(address).GET()).body())
        .contains("<StatusKode>20</StatusKode>");
    for (Distributed message : List.of(first, first, sameEvent)) {
      assertCode(post(message.xml()), "20");
    }
    Traces.awaitDecision(wire, fresh.eventId());
    assertThat(stored()).isEqualTo(Map.of("BESKEDFORDELER 0740", 1L));
    Traces.removeMessage(wire, first.id());
    Traces.removeMessage(wire, sameEvent.id());
  }

  @Test
  void what_is_not_ours_or_cannot_be_understood_is_set_aside_whole_and_is_no_event() {
    String event = fresh.soap("0740", "6.2");
    String receipt = new String(RawReceipts.of(wire.system()).get(0), StandardCharsets.UTF_8);
    String id = receipt.replaceFirst("(?s).*?<UUIDIdentifikator>(.*?)<.*", "$1");
    UUID fresher = UUID.randomUUID();
    assertSetAside("other-payload", fresher, receipt.replace(id, fresher.toString()));
    assertSetAside("wrong-municipality", ours(fresh.soap("0461", "6.2")));
    assertSetAside("wrong-municipality", Distributed.of("11223344", event));
    assertSetAside("malformed", ours(event.substring(0, event.length() / 2)));
    assertSetAside("malformed", ours(event.replace(fresh.cpr(), "1")));
    Distributed other = ours(event);
    String elsewhere =
        other.xml().replaceFirst("cvr-nr:" + Town.SILKEBORG.cvr(), "cvr-nr:" + Town.ODENSE.cvr());
    assertSetAside("wrong-receiver", other.id(), elsewhere);
    try (Hostile hostile = new Hostile()) {
      hostile
          .documents(event, fresh.cpr())
          .forEach((name, payload) -> assertSetAside("other-payload", ours(payload)));
      assertThat(hostile.visits()).isZero();
    }
    assertThat(stored()).isEmpty();
  }

  @Test
  void what_is_no_message_is_refused_and_not_kept() {
    String good = ours(fresh.soap("0740", "6.2")).xml();
    for (String wrong : new String[] {"hello", "<a/>", good.substring(0, 300), good + "<b/>"}) {
      assertCode(post(wrong), "41");
    }
    for (String wrong : new String[] {"", good.replaceFirst("<k:BeskedId>.*?</k:BeskedId>", "")}) {
      HttpResponse<String> answer = post(wrong);
      assertThat(answer.statusCode()).isEqualTo(400);
      assertThat(answer.body()).matches("The message (is empty|has no BeskedId)");
    }
    assertProblem(
        wire.post(beskedfordeler, address, "application/json", "{}"),
        415,
        "unsupported-media-type");
    assertProblem(
        wire.post(beskedfordeler, address, XML, " ".repeat(Hostile.TEN_MEGABYTES)),
        413,
        "too-large");
  }

  @Test
  void a_dtd_is_answered_41_and_nothing_is_fetched() {
    Distributed message = ours(fresh.soap("0740", "6.2"));
    try (Hostile hostile = new Hostile()) {
      hostile
          .documents(message.xml(), message.id().toString())
          .forEach((name, document) -> assertCode(post(document), "41"));
      assertThat(hostile.visits()).isZero();
    }
  }

  @Test
  void another_certificate_or_none_may_neither_deliver_nor_ask() {
    String good = ours(fresh.soap("0740", "6.2")).xml();
    URI other = wire.system().gateway().resolve("/beskedfordeler/haendelser");
    assertProblem(wire.post(wire.as("fasit"), address, XML, good), 401, "not-trusted");
    assertProblem(
        wire.send(wire.as("gateway"), HttpRequest.newBuilder(address).GET()), 401, "not-trusted");
    assertProblem(wire.post(beskedfordeler, other, XML, good), 401, "not-trusted");
    assertProblem(wire.post(wire.nobody(), other, XML, good), 401, "not-trusted");
    assertThatThrownBy(() -> wire.post(wire.nobody(), address, XML, good))
        .isInstanceOf(UncheckedIOException.class);
  }

  private static Distributed ours(String payload) {
    return Distributed.of(Town.SILKEBORG.cvr(), payload);
  }

  private void assertSetAside(String reason, Distributed message) {
    assertSetAside(reason, message.id(), message.xml());
  }

  /** Taken, kept sealed with this reason, and taken away again. */
  private void assertSetAside(String reason, UUID id, String xml) {
    assertCode(post(xml), "20");
    String letter =
        "SELECT reason, 1 FROM intake.parked_letter WHERE source = 'BESKEDFORDELER'"
            + " AND entity_id = '"
            + id
            + "'";
    WholeSystem.await(
        "the message is set aside", LONGEST, () -> !wire.tables().byName(letter).isEmpty());
    assertThat(wire.tables().byName(letter)).as(xml).containsOnlyKeys(reason);
    assertThat(
            wire.tables()
                .count(
                    "SELECT count(*) FROM intake.dead_letter WHERE entity_id = '%s' AND detail LIKE '%%%s%%'"
                        .formatted(id, fresh.cpr())))
        .isZero();
    Traces.removeMessage(wire, id);
  }

  private Map<String, Long> stored() {
    return wire.tables()
        .byName(
            """
            SELECT source || ' ' || municipality_code, count(*) FROM intake.case_event
            WHERE event_id = '%s' GROUP BY 1
            """
                .formatted(fresh.eventId()));
  }

  private static void assertCode(HttpResponse<String> answer, String code) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.body())
        .contains(":ModtagBeskedOutput", "<StatusKode>" + code + "</StatusKode>")
        .doesNotContain("Exception", Hostile.SECRET);
  }

  private HttpResponse<String> post(String body) {
    return wire.post(beskedfordeler, address, XML, body);
  }
}
