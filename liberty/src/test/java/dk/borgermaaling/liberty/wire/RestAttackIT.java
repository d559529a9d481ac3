package dk.borgermaaling.liberty.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgermaaling.gateway.edge.jwt.TestJwt;
import dk.borgermaaling.gateway.edge.soap.Identity;
import dk.borgermaaling.gateway.edge.soap.TestToken;
import dk.borgermaaling.simulators.certificates.KeyFile;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Over REST nobody gets in without a proof, and what gets in is an event and nothing else. */
@ExtendWith(ArquillianExtension.class)
class RestAttackIT {
  private static final String ONE = "application/cloudevents+json";
  private static final int UNKNOWN_VERSION = 505;
  private static final String PATH = "/rest/v1/case-events";
  private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
  private static final Pattern INSTANCE = Pattern.compile("urn:uuid:([0-9a-f-]{36})");

  private final Wire wire = Wire.played();
  private final FreshEvent fresh = FreshEvent.in(wire.system());
  private final String event = fresh.cloudEvent("0740", "6.2");
  private final ServerLog log = new ServerLog(wire);
  private final List<String> stored = new ArrayList<>();

  @RegisterExtension final UnchangedDatabase database = new UnchangedDatabase(wire);

  @AfterEach
  void forget() {
    stored.forEach(id -> Traces.remove(wire, id));
    Traces.execute(
        wire, List.of("DELETE FROM ops.access_token WHERE audience = ?"), TestToken.AUDIENCE);
  }

  @Test
  void who_proves_nothing_is_answered_in_one_way_and_the_log_says_by_which_rule() {
    Map<String, List<String>> answers = new HashMap<>();
    Map<String, String> incidents = new TreeMap<>();
    RestAttacks.untrusted(wire, event)
        .forEach(
            (name, knock) -> {
              HttpResponse<String> answer = wire.send(knock.client(), knock.request());
              String text = answer.statusCode() + ID.matcher(answer.body()).replaceAll("ID");
              answers.computeIfAbsent(text, t -> new ArrayList<>()).add(name);
              var instance = INSTANCE.matcher(answer.body());
              incidents.put(name, instance.find() ? instance.group(1) : "none");
            });
    assertThat(answers).hasSize(1);
    assertThat(answers.keySet().iterator().next()).startsWith("401").contains("not-trusted");
    assertThat(incidents).hasSizeGreaterThan(200);
    assertThat(log.linesOf(incidents.values()))
        .hasSameSizeAs(incidents.values())
        .allMatch(line -> line.contains(" not-trusted: ") && line.contains("Refusal ("))
        .noneMatch(line -> line.contains(fresh.cpr()));
  }

  @Test
  void what_is_no_event_is_refused_with_its_problem() {
    database.exceptWhatIsSetAside();
    RestCaller caller = new RestCaller(wire, TestToken.AUDIENCE);
    Map<String, Integer> refused = new TreeMap<>();
    EventAttacks.of(event)
        .forEach(
            (name, body) ->
                refused.put(
                    name, caller.post(PATH, ONE, BodyPublishers.ofByteArray(body)).statusCode()));
    assertThat(refused)
        .hasSizeGreaterThan(50)
        .allSatisfy((name, status) -> assertThat(status).as(name).isIn(400, 413, 422));
    Map<String, Integer> packed = new TreeMap<>();
    for (String coding : new String[] {"gzip", "deflate", "br", "compress", "x"}) {
      packed.put(
          coding,
          caller.post(PATH, ONE, EventAttacks.bomb(), "Content-Encoding", coding).statusCode());
    }
    assertThat(packed).allSatisfy((coding, status) -> assertThat(status).isEqualTo(415));
    for (String type : new String[] {"text/plain", "application/xml", "multipart/form-data"}) {
      assertThat(caller.post(PATH, type, BodyPublishers.ofString(event)).statusCode())
          .as(type)
          .isIn(400, 415);
    }
  }

  @Test
  void what_is_odd_and_right_is_taken_in() {
    database.exceptMessageIds();
    RestCaller caller = new RestCaller(wire, TestToken.AUDIENCE);
    Map<String, Integer> answers = new TreeMap<>();
    EventAttacks.odd()
        .forEach(
            (name, change) -> {
              FreshEvent one = FreshEvent.in(wire.system());
              stored.add(one.eventId());
              byte[] body = change.apply(one.cloudEvent("0740", "6.2"));
              answers.put(
                  name, caller.post(PATH, ONE, BodyPublishers.ofByteArray(body)).statusCode());
            });
    // JSON is UTF-8, and a charset beside it has no meaning (RFC 8259, section 11).
    for (String parameter : new String[] {"; charset=utf-8", ";charset=UTF-16", "; x=\"y\""}) {
      FreshEvent one = FreshEvent.in(wire.system());
      stored.add(one.eventId());
      String body = one.cloudEvent("0740", "6.2");
      answers.put(
          "of type " + ONE + parameter,
          caller.post(PATH, ONE + parameter, BodyPublishers.ofString(body)).statusCode());
    }
    assertThat(answers)
        .hasSizeGreaterThan(20)
        .allSatisfy((name, status) -> assertThat(status).as(name).isEqualTo(202));
    stored.forEach(id -> Traces.awaitDecision(wire, id));
  }

  @Test
  void kombits_jwt_opens_the_door_to_its_holder() {
    String token = new TestJwt(identity("portal")).signed(identity("sts"));
    for (String scheme : new String[] {"Bearer ", "Holder-of-key "}) {
      FreshEvent one = FreshEvent.in(wire.system());
      stored.add(one.eventId());
      HttpResponse<String> answer =
          wire.send(
              wire.as("portal"),
              HttpRequest.newBuilder(wire.mutualTls(PATH))
                  .header("Content-Type", ONE)
                  .header("Authorization", scheme + token)
                  .header("x-TransaktionsId", UUID.randomUUID() + ".1")
                  .header("x-TransaktionsTid", "2026-11-26T09:00:00+01:00")
                  .POST(BodyPublishers.ofString(one.cloudEvent("0740", "6.2"))));
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
      Traces.awaitDecision(wire, one.eventId());
    }
  }

  @Test
  void two_requests_in_one_are_none() {
    int port = wire.system().ports().mutualTls();
    String good = new RestCaller(wire, TestToken.AUDIENCE).token();
    Map<String, List<Integer>> answers = new TreeMap<>();
    Smuggled.requests(good, event)
        .forEach((name, bytes) -> answers.put(name, RawTls.send(wire.as("caller"), port, bytes)));
    assertThat(answers)
        .hasSizeGreaterThan(20)
        .allSatisfy(
            (name, statuses) ->
                assertThat(statuses)
                    .as(name)
                    .isNotEmpty()
                    .allMatch(status -> status / 100 == 4 || status == UNKNOWN_VERSION));
    assertThat(
            wire.tables()
                .count(
                    "SELECT count(*) FROM intake.case_event WHERE event_id = '"
                        + fresh.eventId()
                        + "'"))
        .isZero();
  }

  @Test
  void of_two_lengths_the_first_counts_and_nothing_is_served_by_the_second() {
    int port = wire.system().ports().mutualTls();
    String good = new RestCaller(wire, TestToken.AUDIENCE).token();
    String fiveFirst = Smuggled.lengths(good, event, 5, event.length());
    String fiveLast = Smuggled.lengths(good, event, event.length(), 5);
    stored.add(fresh.eventId());
    assertThat(RawTls.send(wire.as("caller"), port, fiveFirst))
        .isNotEmpty()
        .allMatch(status -> status == 400);
    assertThat(RawTls.send(wire.as("caller"), port, fiveLast)).containsExactly(202);
    Traces.awaitDecision(wire, fresh.eventId());
  }

  @Test
  void what_follows_a_request_with_two_ends_is_none() {
    int port = wire.system().ports().mutualTls();
    String good = new RestCaller(wire, TestToken.AUDIENCE).token();
    stored.add(fresh.eventId());
    assertThat(Smuggled.chunksWithLength(good, event))
        .hasSize(2)
        .allSatisfy(
            (name, bytes) -> {
              String answers = RawTls.answers(wire.as("caller"), port, bytes);
              assertThat(answers).as(name).containsOnlyOnce("HTTP/1.1 ");
              assertThat(answers).as(name).containsIgnoringCase("\r\nConnection: close\r\n");
            });
    Traces.awaitDecision(wire, fresh.eventId());
  }

  private Identity identity(String party) {
    KeyFile key = wire.key(party);
    return new Identity(key.certificate(), key.key());
  }
}
