package dk.borgermaaling.gateway.beskedfordeler;

import static dk.borgermaaling.gateway.testing.CoreFixture.ODENSE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import dk.borgermaaling.gateway.beskedfordeler.Taker.Answer;
import dk.borgermaaling.gateway.beskedfordeler.jpa.SqlMessages;
import dk.borgermaaling.gateway.beskedfordeler.kombit.XmlMessages;
import dk.borgermaaling.gateway.caseevent.CaseEventRedriver;
import dk.borgermaaling.gateway.caseevent.DeadLetters.Noted;
import dk.borgermaaling.gateway.caseevent.ParkedLetters.Selection;
import dk.borgermaaling.gateway.caseevent.RedriveRuns.Tally;
import dk.borgermaaling.gateway.caseevent.RedriveWork;
import dk.borgermaaling.gateway.caseevent.jpa.JsonCaseEvents;
import dk.borgermaaling.gateway.caseevent.jpa.SqlRedriveRuns;
import dk.borgermaaling.gateway.caseevent.soap.CaseEventXml;
import dk.borgermaaling.gateway.notification.Receipts;
import dk.borgermaaling.gateway.notification.ReferenceData;
import dk.borgermaaling.gateway.testing.CoreFixture;
import dk.borgermaaling.gateway.testing.RecordedNotificationPlan;
import dk.borgermaaling.gateway.testing.SettableRealClock;
import dk.borgermaaling.gateway.testing.TestKeys;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.UUID;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** From a delivery to the event, or to the dead letter that says what to do. */
class DistributedEventsTest {
  private static final String OUR_ID = "urn:oio:it-system:borgermaaling";

  private final CoreFixture core = new CoreFixture(new RecordedNotificationPlan());
  private final SqlMessages store =
      new SqlMessages(core.database.gateway(), TestKeys.contentCipher());
  private final XmlMessages reader = new XmlMessages(new CaseEventXml());
  private final Queue<UUID> tasks = new ArrayDeque<>();
  private final TakeMessage take =
      new TakeMessage(
          core.database.transactions(),
          store,
          reader,
          tasks::add,
          new SettableRealClock("2026-11-23T08:00:00Z"));
  private final ProcessMessage process =
      new ProcessMessage(
          core.database.transactions(),
          store,
          new Understanding(
              reader,
              new Responsible(
                  core.municipalities, core.clock, List.of(" " + OUR_ID.toUpperCase(Locale.ROOT))),
              core.intake,
              core.letters,
              new JsonCaseEvents()),
          core.letters);

  @Test
  void a_message_is_stored_answered_and_then_becomes_events() {
    Deliveries sent =
        Deliveries.of(Deliveries.event("s-1", 1, "6.1"), Deliveries.event("s-2", 1, "6.2"));
    assertThat(take.take(sent.raw())).isEqualTo(Answer.TAKEN);
    assertThat(events()).as("nothing is understood before it is answered").isEmpty();
    assertThat(
            core.database
                .texts("SELECT encode(sealed, 'escape') FROM intake.distributed_message")
                .get(0))
        .doesNotContain("ModtagBeskedInput");
    work();
    assertThat(events()).containsExactly("BESKEDFORDELER s-1 1", "BESKEDFORDELER s-2 1");
    assertThat(letters()).isEmpty();
    assertThat(core.database.count("intake.distributed_message WHERE sealed IS NOT NULL"))
        .as("what was told is in the events alone now")
        .isZero();
    core.processAll();
    assertThat(core.database.count("intake.decision")).isEqualTo(2);
  }

  /** With the published schema, where it is there. */
  @Test
  void the_messages_of_these_tests_are_valid_by_the_official_schema() throws Exception {
    Path schemas = ReferenceData.require("digital-post/bfo-kombit-samples/beskedfordeler/xsd");
    SchemaFactory factory = SchemaFactory.newDefaultInstance();
    factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "file");
    factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
    byte[] raw = Deliveries.of(Deliveries.event("s-1", 1, "6.1")).raw();
    factory
        .newSchema(schemas.resolve("AnvendersystemOperationer.xsd").toFile())
        .newValidator()
        .validate(new StreamSource(new ByteArrayInputStream(raw)));
  }

  @Test
  void another_delivery_of_a_message_changes_nothing() {
    Deliveries sent = Deliveries.of(Deliveries.event("s-1", 1, "6.1"));
    take.take(sent.raw());
    assertThat(take.take(sent.again().raw())).isEqualTo(Answer.TAKEN);
    assertThat(tasks).hasSize(1);
    work();
    assertThat(take.take(sent.again().again().raw())).isEqualTo(Answer.TAKEN);
    assertThat(tasks).isEmpty();
    process.run(sent.id());
    assertThat(events()).hasSize(1);
  }

  @Test
  void the_same_event_in_another_message_is_stored_once() {
    deliver(Deliveries.of(Deliveries.event("s-1", 1, "6.1")).raw());
    deliver(Deliveries.of(Deliveries.event("s-1", 1, "6.1")).raw());
    assertThat(events()).hasSize(1);
    assertThat(letters()).isEmpty();
  }

  @Test
  void both_spellings_of_an_authority_are_understood() {
    deliver(
        Deliveries.of(Deliveries.event("s-1", 1, "6.1"))
            .by(Deliveries.ODENSE.replace("cvr-nr", "cvr"))
            .raw());
    assertThat(events()).hasSize(1);
  }

  @Test
  void a_receiver_of_ours_may_be_named_instead_of_the_municipality() {
    deliver(Deliveries.of(Deliveries.event("s-1", 1, "6.1")).to(OUR_ID).raw());
    assertThat(events()).hasSize(1);
  }

  @Test
  void an_id_that_is_a_urn_is_known_again() {
    Deliveries sent = Deliveries.of(Deliveries.event("s-1", 1, "6.1"));
    byte[] raw =
        sent.text()
            .replace(
                "<UUIDIdentifikator>" + sent.id() + "</UUIDIdentifikator>",
                "<URNIdentifikator>urn:oio:besked:4711</URNIdentifikator>")
            .getBytes(StandardCharsets.UTF_8);
    take.take(raw);
    take.take(raw);
    assertThat(tasks).hasSize(1);
  }

  @Test
  void an_unknown_code_is_set_aside_and_driven_again() {
    deliver(
        Deliveries.of(Deliveries.event("s-1", 1, "6.99"), Deliveries.event("s-2", 1, "6.1")).raw());
    assertThat(events()).containsExactly("BESKEDFORDELER s-2 1");
    assertThat(letters()).containsExactly(tuple(ODENSE.value(), "s-1", "unknown-target-group"));
    know("6.99");
    assertThat(redrive().stored()).isOne();
    assertThat(events()).containsExactly("BESKEDFORDELER s-1 1", "BESKEDFORDELER s-2 1");
    assertThat(letters()).isEmpty();
  }

  @Test
  void a_contradiction_is_a_letter_because_nobody_is_answered() {
    deliver(Deliveries.of(Deliveries.event("s-1", 1, "6.1")).raw());
    deliver(Deliveries.of(Deliveries.event("s-1", 1, "6.2")).raw());
    assertThat(events()).hasSize(1);
    assertThat(letters()).containsExactly(tuple(ODENSE.value(), "s-1", "conflict"));
    deliver(Deliveries.of(Deliveries.event("s-1", 2, "6.2")).raw());
    assertThat(letters()).as("a higher version settles it").isEmpty();
  }

  @Test
  void a_municipality_without_agreement_is_a_letter_until_it_has_one() {
    String taarnby = Deliveries.event("s-1", 1, "6.1").replace(">0461<", ">0185<");
    deliver(
        Deliveries.of(taarnby)
            .by("urn:oio:cvr-nr:" + cvr("0185"))
            .to("urn:oio:cvr-nr:" + cvr("0185"))
            .raw());
    assertThat(letters()).containsExactly(tuple("0185", "s-1", "unknown-municipality"));
    assertThat(redrive()).isEqualTo(new Tally(0, 0, 1, 0, 0));
    assertThat(letters()).hasSize(1);
  }

  static Stream<Arguments> refusedWhole() {
    String event = Deliveries.event("s-1", 1, "6.1");
    Deliveries good = Deliveries.of(event);
    String base64 = "<Base64 xmlns=\"urn:besked:kuvert:1.0\"";
    return Stream.of(
        refused(
            "another municipality than the envelope's",
            good.by(Deliveries.AARHUS).to(Deliveries.AARHUS).text(),
            "0751",
            "wrong-municipality"),
        refused(
            "an unknown authority",
            good.by("urn:oio:cvr-nr:99999999").text(),
            "0000",
            "wrong-municipality"),
        refused(
            "an authority by UUID",
            good.by(UUID.randomUUID().toString()).text(),
            "0000",
            "wrong-municipality"),
        refused(
            "no authority",
            good.text().replaceAll("(?s)<k:ObjektRegistrering>.*</k:ObjektRegistrering>", ""),
            "0000",
            "wrong-municipality"),
        refused(
            "two authorities",
            good.text()
                .replaceAll(
                    "(?s)(<k:ObjektRegistrering>.*</k:ObjektRegistrering>)",
                    "$1<k:ObjektRegistrering><k:ObjektAnsvarligMyndighed><URNIdentifikator>"
                        + Deliveries.AARHUS
                        + "</URNIdentifikator></k:ObjektAnsvarligMyndighed></k:ObjektRegistrering>"),
            "0000",
            "wrong-municipality"),
        refused("other receivers", good.to(Deliveries.AARHUS).text(), "0461", "wrong-receiver"),
        refused(
            "no content",
            good.text().replaceAll("(?s)<k:Beskeddata>.*</k:Beskeddata>", ""),
            "0461",
            "malformed"),
        refused(
            "two contents",
            good.text().replaceAll("(?s)(<k:Beskeddata>.*</k:Beskeddata>)", "$1$1"),
            "0461",
            "malformed"),
        refused(
            "two payloads",
            good.text().replaceAll("(?s)(<Base64.*</Base64>)", "$1$1"),
            "0461",
            "malformed"),
        refused(
            "the envelope's namespace on the payload",
            good.text().replace(base64, "<Base64 xmlns=\"urn:oio:besked:kuvert:1.0\""),
            "0461",
            "malformed"),
        refused(
            "no Base64",
            good.text().replaceAll("(?s)(<Base64[^>]*>)", "$1&#248;*"),
            "0461",
            "malformed"),
        refused(
            "a receipt of post",
            new String(
                    Receipts.envelope(
                        good.id().toString(), Receipts.POST_STATUS, "<PKO_PostStatus/>"),
                    StandardCharsets.UTF_8)
                .replace(
                    "<k:ObjektHandling>",
                    "<k:ObjektAnsvarligMyndighed><URNIdentifikator>"
                        + Deliveries.ODENSE
                        + "</URNIdentifikator></k:ObjektAnsvarligMyndighed><k:ObjektHandling>"),
            "0461",
            "other-payload"),
        refused("no XML", good.with("6701809995;6.1").text(), "0461", "other-payload"),
        refused(
            "another namespace of the contract",
            good.with(good.payload().replace("case-event/1", "case-event/2")).text(),
            "0461",
            "other-payload"),
        refused("an event alone", good.with(event).text(), "0461", "other-payload"),
        refused("no event", good.with(Deliveries.batch()).text(), "0461", "malformed"),
        refused(
            "something after the events",
            good.with(good.payload() + "<more/>").text(),
            "0461",
            "malformed"),
        refused(
            "an element of its own",
            good.with(good.payload().replace("<version>", "<extra/><version>")).text(),
            "0461",
            "malformed"),
        refused(
            "a number that is no CPR number",
            good.with(good.payload().replace(Deliveries.CPR, "12345")).text(),
            "0461",
            "malformed"),
        refused(
            "a day that is none",
            good.with(good.payload().replace("2026-01-05", "2026-02-30")).text(),
            "0461",
            "malformed"),
        refused(
            "a DTD",
            good.with(
                    "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>"
                        + good.payload().replace("s-1", "&e;"))
                .text(),
            "0461",
            "other-payload"),
        refused(
            "an instruction",
            good.with(good.payload().replace("<caseEvent>", "<?x y?><caseEvent>")).text(),
            "0461",
            "malformed"),
        refused(
            "depth",
            good.with(good.payload().replace("<caseEvent>", "<a>".repeat(5000) + "<caseEvent>"))
                .text(),
            "0461",
            "malformed"),
        refused(
            "more than 500 events", Deliveries.of(event.repeat(501)).text(), "0461", "malformed"),
        refused(
            "an event of Momentum",
            good.with(good.payload().replace(">OTHER<", ">MOMENTUM<")).text(),
            "0461",
            "not-allowed"),
        refused(
            "a group that starts without one",
            good.with(
                    good.payload()
                        .replaceAll("<targetGroup>.*</targetGroup>", "")
                        .replaceAll(
                            "<conversationHeld>.*</conversationHeld>",
                            "<targetGroupStarted><date>2026-11-20</date></targetGroupStarted>"))
                .text(),
            "0461",
            "malformed"));
  }

  private static Arguments refused(String name, String text, String municipality, String reason) {
    return Arguments.of(name, text, municipality, reason);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refusedWhole")
  void what_cannot_be_understood_is_taken_and_kept_whole(
      String name, String text, String municipality, String reason) {
    assertThat(take.take(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(Answer.TAKEN);
    UUID id = tasks.element();
    work();
    assertThat(events()).isEmpty();
    assertThat(letters()).containsExactly(tuple(municipality, id.toString(), reason));
    assertThat(core.letters.waiting(1).get(0).letter().detail()).doesNotContain(Deliveries.CPR);
    assertThat(redrive()).as("it is still so").isEqualTo(new Tally(0, 0, 1, 0, 0));
    assertThat(letters()).containsExactly(tuple(municipality, id.toString(), reason));
  }

  @Test
  void an_event_that_cannot_be_read_does_not_hold_up_the_others_of_its_message() {
    String momentum = Deliveries.event("s-2", 1, "6.1").replace(">OTHER<", ">FASIT<");
    Deliveries sent = Deliveries.of(Deliveries.event("s-1", 1, "6.1"), momentum);
    deliver(sent.raw());
    assertThat(events()).containsExactly("BESKEDFORDELER s-1 1");
    assertThat(letters())
        .containsExactly(tuple(ODENSE.value(), sent.id().toString(), "not-allowed"));
  }

  @Test
  void a_message_of_an_authority_that_is_known_by_now_is_understood_when_driven_again() {
    core.database
        .owner()
        .useHandle(
            h -> h.execute("UPDATE ops.municipality SET cvr = '11111111' WHERE code = '0461'"));
    core.municipalities.refresh();
    deliver(Deliveries.of(Deliveries.event("s-1", 1, "6.1")).raw());
    assertThat(letters()).hasSize(1);
    core.database
        .owner()
        .useHandle(
            h -> h.execute("UPDATE ops.municipality SET cvr = '35209115' WHERE code = '0461'"));
    core.municipalities.refresh();
    assertThat(redrive()).isEqualTo(new Tally(1, 0, 0, 0, 0));
    assertThat(letters()).isEmpty();
    assertThat(events()).hasSize(1);
  }

  static Stream<Arguments> unreadable() {
    String good = Deliveries.of(Deliveries.event("s-1", 1, "6.1")).text();
    String id = good.replaceAll("(?s).*<k:BeskedId>(.*?)</k:BeskedId>.*", "$1");
    return Stream.of(
        Arguments.of("no XML", "{}"),
        Arguments.of("cut off", good.substring(0, good.length() / 2)),
        Arguments.of("a DTD", good.replace("?>", "?><!DOCTYPE x>")),
        Arguments.of(
            "an external entity",
            good.replace("?>", "?><!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>")
                .replace("1.0</k:BeskedVersion>", "&e;</k:BeskedVersion>")),
        Arguments.of("an instruction", good.replace("<k:Beskedkuvert>", "<?x y?><k:Beskedkuvert>")),
        Arguments.of(
            "depth",
            good.replace("<k:Filtreringsdata>", "<a>".repeat(5000) + "<k:Filtreringsdata>")),
        Arguments.of(
            "many elements",
            good.replace("</k:Filtreringsdata>", "<a/>".repeat(100_000) + "</k:Filtreringsdata>")),
        Arguments.of("another root", good.replace("ModtagBeskedInput", "AfsendBeskedInput")),
        Arguments.of(
            "another namespace of the root",
            good.replace("urn:oio:sts:1.0.0", "urn:oio:sts:2.0.0")),
        Arguments.of(
            "another namespace of the envelope",
            good.replace(
                "xmlns:k=\"urn:oio:besked:kuvert:1.0\"", "xmlns:k=\"urn:besked:kuvert:1.0\"")),
        Arguments.of("two ids", good.replace(id, id + id)),
        Arguments.of(
            "two messages",
            good.replaceAll("(?s)(<k:Haendelsesbesked>.*</k:Haendelsesbesked>)", "$1$1")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("unreadable")
  void what_is_no_envelope_stays_with_the_sender(String name, String text) {
    assertThat(take.take(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(Answer.UNREADABLE);
    assertThat(core.database.count("intake.distributed_message")).isZero();
  }

  @Test
  void nothing_and_a_message_without_its_id_are_refused() {
    String good = Deliveries.of(Deliveries.event("s-1", 1, "6.1")).text();
    assertThat(take.take(new byte[0])).isEqualTo(Answer.EMPTY);
    for (String text :
        List.of(
            good.replaceAll("(?s)<k:BeskedId>.*</k:BeskedId>", ""),
            good.replaceAll("(?s)<k:BeskedId>.*</k:BeskedId>", "<k:BeskedId/>"),
            good.replaceAll("(?s)(<k:BeskedId><UUIDIdentifikator>).*?<", "$1abc<"))) {
      assertThat(take.take(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(Answer.WITHOUT_ID);
    }
  }

  @Test
  void a_payload_of_the_largest_batch_is_read_with_line_breaks_in_its_base64() {
    String[] events = new String[500];
    for (int i = 0; i < events.length; i++) {
      events[i] = Deliveries.event("s-" + i, 1, "6.1");
    }
    Deliveries sent = Deliveries.of(events);
    String flat =
        Base64.getEncoder().encodeToString(sent.payload().getBytes(StandardCharsets.UTF_8));
    String broken =
        Base64.getMimeEncoder().encodeToString(sent.payload().getBytes(StandardCharsets.UTF_8));
    deliver(sent.text().replace(flat, broken).getBytes(StandardCharsets.UTF_8));
    assertThat(events()).hasSize(500);
  }

  @Test
  void a_message_that_could_not_be_stored_is_not_said_to_be() {
    core.database.owner().useHandle(h -> h.execute("DROP TABLE intake.distributed_message"));
    byte[] raw = Deliveries.of(Deliveries.event("s-1", 1, "6.1")).raw();
    assertThatThrownBy(() -> take.take(raw)).isInstanceOf(RuntimeException.class);
  }

  private void deliver(byte[] raw) {
    assertThat(take.take(raw)).isEqualTo(Answer.TAKEN);
    work();
  }

  private void work() {
    while (!tasks.isEmpty()) {
      process.run(tasks.remove());
    }
  }

  private Tally redrive() {
    SqlRedriveRuns runs = new SqlRedriveRuns(core.database.gateway());
    long run = runs.open(Selection.ALL, "operator");
    new RedriveWork(
            core.database.transactions(),
            core.parked,
            runs,
            List.of(process, new CaseEventRedriver(new JsonCaseEvents(), core.plainIntake)),
            (entity, failure) -> {
              throw failure;
            })
        .run(run);
    return runs.last(1).get(0).tally();
  }

  private List<String> events() {
    return core.database.texts(
        "SELECT source || ' ' || entity_id || ' ' || version FROM intake.case_event ORDER BY entity_id");
  }

  private List<Tuple> letters() {
    return core.letters.waiting(100).stream()
        .map(Noted::letter)
        .map(letter -> tuple(letter.municipality().value(), letter.entityId(), letter.reason()))
        .toList();
  }

  private String cvr(String code) {
    return core.database
        .texts("SELECT cvr FROM ops.municipality WHERE code = '" + code + "'")
        .get(0);
  }

  private void know(String code) {
    core.database
        .owner()
        .useHandle(
            handle ->
                handle.execute(
                    "INSERT INTO ops.target_group_mapping (code_system, code, survey_group, valid_from)"
                        + " VALUES ('LAB6', ?, 'dagpenge', '2020-01-01')",
                    code));
    core.surveyGroups.refresh();
  }
}
