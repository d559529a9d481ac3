package dk.borgermaaling.liberty.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgermaaling.gateway.edge.soap.Corpus;
import dk.borgermaaling.gateway.edge.soap.Identity;
import dk.borgermaaling.gateway.edge.soap.RawMessage;
import dk.borgermaaling.gateway.edge.soap.TestToken;
import dk.borgermaaling.liberty.reference.Story;
import dk.borgermaaling.simulators.certificates.KeyFile;
import dk.borgermaaling.simulators.world.Town;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The corpus of every verifier, hundreds of hostile messages and odd ones that are right, at the
 * packaged server: with tokens that the demonstration's token service could have signed.
 */
@ExtendWith(ArquillianExtension.class)
class SoapAttackIT {
  private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
  private static final Pattern TIME = Pattern.compile("Received: [0-9T:.-]+Z");
  private static final Pattern INSTANCE = Pattern.compile("<instance>urn:uuid:([0-9a-f-]+)<");
  private static final Instant LONG_AGO = Instant.parse(Corpus.DATE + "T09:00:00Z");

  private final Wire wire = Wire.played();
  private final List<String> events = new ArrayList<>();
  private final ServerLog log = new ServerLog(wire);

  @RegisterExtension final UnchangedDatabase database = new UnchangedDatabase(wire);

  /** Both doors of the service. */
  enum Door {
    OIO_IDWS("application/soap+xml; charset=utf-8", "/soap/case-events"),
    LIBERTY_BASIC("text/xml; charset=utf-8", "/soap/liberty/case-events");

    private final String contentType;
    private final String path;

    Door(String contentType, String path) {
      this.contentType = contentType;
      this.path = path;
    }
  }

  @BeforeEach
  void the_citizen_of_the_corpus_is_nobody_of_the_story() {
    assertThat(Story.world().byCpr(Corpus.CPR)).isEmpty();
  }

  @AfterEach
  void forget() {
    events.forEach(event -> Traces.remove(wire, event));
  }

  @ParameterizedTest
  @EnumSource
  void what_is_hostile_is_refused_in_one_way_and_the_log_says_by_which_rule(Door door) {
    Map<String, String> refused =
        refusals(door, corpus(door).hostile(identity("gateway"), identity("fasit")));
    assertThat(refused).hasSizeGreaterThan(300);
    assertThat(log.linesOf(refused.values()))
        .hasSameSizeAs(refused.values())
        .allMatch(line -> line.contains(" not-trusted: ") && line.contains(" <- "))
        .noneMatch(line -> line.contains(Corpus.CPR) || line.contains(Town.SILKEBORG.cvr()));
  }

  @ParameterizedTest
  @EnumSource
  void what_is_malformed_is_refused_in_one_way_and_the_log_says_by_which_rule(Door door) {
    Map<String, String> refused = refusals(door, corpus(door).malformed());
    assertThat(refused).hasSizeGreaterThan(30);
    assertThat(log.linesOf(refused.values()))
        .hasSameSizeAs(refused.values())
        .allMatch(line -> line.contains(" malformed: ") && line.contains("Refusal ("))
        .noneMatch(line -> line.contains(Corpus.CPR));
  }

  @ParameterizedTest
  @EnumSource
  void what_is_odd_and_right_is_taken_in(Door door) {
    database.exceptMessageIds();
    Map<String, Supplier<byte[]>> good = new TreeMap<>(corpus(door).good(identity("sts")));
    if (door == Door.LIBERTY_BASIC) {
      assertThat(good.remove("a signed Framework header")).as("each has it").isNotNull();
    }
    Map<String, Integer> answers = new HashMap<>();
    good.forEach((name, message) -> answers.put(name, post(door, message.get()).statusCode()));
    assertThat(answers)
        .hasSizeGreaterThan(100)
        .allSatisfy((name, status) -> assertThat(status).as(name).isEqualTo(200));
    events.forEach(event -> Traces.awaitDecision(wire, event));
  }

  @ParameterizedTest
  @EnumSource
  void what_was_taken_in_before_is_refused_like_what_is_hostile(Door door) {
    database.exceptMessageIds();
    byte[] forged = first(corpus(door).hostile(identity("gateway"), identity("fasit")));
    HttpResponse<String> hostile = post(door, forged);
    events.clear();
    byte[] message = first(corpus(door).good(identity("sts")));
    assertThat(post(door, message).statusCode()).isEqualTo(200);
    assertThat(text(post(door, message))).isEqualTo(text(hostile));
    events.forEach(event -> Traces.awaitDecision(wire, event));
  }

  private static byte[] first(Map<String, Supplier<byte[]>> rows) {
    return new TreeMap<>(rows).firstEntry().getValue().get();
  }

  /** Sends them all; name to incident. The answers are one text, apart from incident and time. */
  private Map<String, String> refusals(Door door, Map<String, Supplier<byte[]>> rows) {
    Map<String, String> incidents = new TreeMap<>();
    Map<String, List<String>> texts = new HashMap<>();
    new TreeMap<>(rows)
        .forEach(
            (name, message) -> {
              HttpResponse<String> answer = post(door, message.get());
              texts.computeIfAbsent(text(answer), t -> new ArrayList<>()).add(name);
              var instance = INSTANCE.matcher(answer.body());
              incidents.put(name, instance.find() ? instance.group(1) : "none");
            });
    assertThat(texts).hasSize(1);
    events.clear();
    return incidents;
  }

  private static String text(HttpResponse<String> answer) {
    String anonymous = ID.matcher(answer.body()).replaceAll("ID");
    return answer.statusCode() + TIME.matcher(anonymous).replaceAll("TIME");
  }

  private HttpResponse<String> post(Door door, byte[] message) {
    return wire.post(
        wire.nobody(), address(door), door.contentType, BodyPublishers.ofByteArray(message));
  }

  private URI address(Door door) {
    return wire.system().gateway().resolve(door.path);
  }

  private Corpus corpus(Door door) {
    return new Corpus(
        () -> TestToken.issued(identity("sts"), identity("caller"), Town.SILKEBORG.cvr()),
        token -> message(door, token));
  }

  private RawMessage message(Door door, TestToken token) {
    FreshEvent event = new FreshEvent(UUID.randomUUID().toString(), Corpus.CPR, LONG_AGO);
    events.add(event.eventId());
    RawMessage message = RawMessage.of(token, address(door).toString(), event.soap("0740", "6.2"));
    return door == Door.OIO_IDWS ? message : message.liberty("urn:liberty:sb:2006-08");
  }

  private Identity identity(String party) {
    KeyFile key = wire.key(party);
    return new Identity(key.certificate(), key.key());
  }
}
