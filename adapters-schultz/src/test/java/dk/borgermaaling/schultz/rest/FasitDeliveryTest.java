package dk.borgermaaling.schultz.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dk.borgermaaling.gateway.caseevent.CaseEvent;
import dk.borgermaaling.gateway.caseevent.DeadLetters.DeadLetter;
import dk.borgermaaling.gateway.caseevent.EventSource;
import dk.borgermaaling.gateway.kernel.ProblemException;
import dk.borgermaaling.gateway.kernel.ProblemType;
import dk.borgermaaling.schultz.Aarhus;
import dk.borgermaaling.schultz.FakeGateway;
import dk.borgermaaling.schultz.FasitInbox;
import dk.borgermaaling.schultz.Tenants;
import dk.borgermaaling.schultz.xml.FasitXml;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.SAXException;

/** From the bytes of a request to the bytes of the answer. */
class FasitDeliveryTest {
  private static final UUID FIRST = UUID.fromString("00000000-0000-4000-8000-000000000001");
  private static final UUID SECOND = UUID.fromString("00000000-0000-4000-8000-000000000002");
  private static final UUID THIRD = UUID.fromString("00000000-0000-4000-8000-000000000003");
  private static final UUID FOURTH = UUID.fromString("00000000-0000-4000-8000-000000000004");
  private static final String UNKNOWN = "00000000-1b27-e111-9ada-005056a823a6";

  private final FakeGateway gateway = new FakeGateway();
  private final FasitEventsResource resource =
      new FasitEventsResource(
          new FasitInbox(
              new Tenants(List.of(Aarhus.TENANT)),
              Aarhus.targetGroups(),
              gateway,
              gateway,
              gateway,
              new FasitXml(),
              gateway),
          new FasitXml());

  @Test
  void what_is_good_is_stored_and_all_receipts_are_by_the_schema()
      throws SAXException, IOException {
    String nameless = event(THIRD, "").replace("<eventId>" + THIRD + "</eventId>", "");
    byte[] answer =
        deliver(
            batch(
                "aarhus",
                event(FIRST, ""),
                event(SECOND, sickness()),
                nameless,
                event(FOURTH, group(UNKNOWN))));

    assertThat(gateway.events).containsOnlyKeys(FIRST, SECOND);
    assertThat(gateway.groups).containsOnlyKeys(SECOND);
    assertThat(results(answer)).isEqualTo("STORED STORED REJECTED REJECTED");
    assertThat(text(answer))
        .contains(
            "<receipt><result>REJECTED</result>"
                + "<problemType>http://borgermaaling.dk/problems/malformed</problemType>"
                + "<detail>eventId must be there: a UUID in lower case</detail>"
                + "<field>eventId</field></receipt>");
    SchemaFactory.newDefaultInstance()
        .newSchema(FasitXml.class.getResource("/wsdl/borgermaaling/fasit/1/fasit-events.xsd"))
        .newValidator()
        .validate(new StreamSource(new ByteArrayInputStream(answer)));
  }

  @Test
  void the_same_batch_again_changes_nothing_and_says_so() {
    String batch = batch("aarhus", event(FIRST, ""), event(SECOND, ""));
    deliver(batch);

    assertThat(results(deliver(batch))).isEqualTo("DUPLICATE DUPLICATE");
    assertThat(gateway.events).hasSize(2);
  }

  @Test
  void an_unknown_group_is_refused_by_itself_and_waits_for_a_person() {
    byte[] answer =
        deliver(batch("aarhus", event(FIRST, group(UNKNOWN)), event(SECOND, sickness())));

    assertThat(results(answer)).isEqualTo("REJECTED STORED");
    assertThat(text(answer)).contains("http://borgermaaling.dk/problems/unknown-target-group");
    assertThat(gateway.letters.get(FIRST.toString()))
        .extracting(DeadLetter::reason)
        .isEqualTo("unknown-target-group");
    assertThat(gateway.events).containsOnlyKeys(SECOND);

    assertThat(results(deliver(batch("aarhus", event(FIRST, sickness()))))).isEqualTo("STORED");
    assertThat(gateway.letters).isEmpty();
  }

  @Test
  void a_field_that_nobody_can_use_is_refused_by_itself_without_its_value() {
    String bad = event(FIRST, "").replace("6701809995", "6713809995");

    byte[] answer = deliver(batch("aarhus", bad, event(SECOND, "")));

    assertThat(results(answer)).isEqualTo("REJECTED STORED");
    assertThat(text(answer)).doesNotContain("6713809995").contains("<field>cprNumber</field>");
    assertThat(letter(FIRST)).isEqualTo("malformed: cprNumber must be the first six digits a date");
    assertThat(gateway.parked).as("it could be read as an event").containsOnlyKeys(FIRST + "/1");

    deliver(batch("aarhus", event(FIRST, "")));
    assertThat(gateway.letters).isEmpty();
  }

  static Stream<Arguments> wrong() {
    String good = event(FIRST, sickness());
    return Stream.of(
        Arguments.of(good.replace("<version>1</version>", ""), "version", "there: a whole number"),
        Arguments.of(good.replace("<version>1<", "<version>one<"), "version", "a whole number"),
        Arguments.of(good.replace("_HELD", "_LOST"), "type", "a type of the contract"),
        Arguments.of(good.replace("Z</occ", "+01:00</occ"), "occurredAt", "a UTC date and time"),
        Arguments.of(good.replace("6701809995", "67018x9995"), "cprNumber", "ten digits"),
        Arguments.of(
            good.replace("<version>1</version>", "<version>1</version><version>2</version>"),
            "version",
            "there once"),
        Arguments.of(good.replace("6701809995", "<b>6701809995</b>"), "cprNumber", "text alone"),
        Arguments.of(good.replace("<version>", "6701809995<version>"), "event", "elements alone"));
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void what_is_wrong_in_an_event_is_named_and_stops_no_other(
      String wrong, String field, String expected) {
    byte[] answer = deliver(batch("aarhus", event(SECOND, ""), wrong, event(THIRD, "")));

    assertThat(results(answer)).isEqualTo("STORED REJECTED STORED");
    assertThat(text(answer))
        .contains(
            "<eventId>" + FIRST + "</eventId><result>REJECTED</result>",
            field + " must be " + expected,
            "<field>" + field + "</field>")
        .doesNotContain("67018");
    assertThat(letter(FIRST)).startsWith("malformed: " + field + " must be " + expected);
    assertThat(gateway.parked).as("nothing that is no event is kept").isEmpty();

    deliver(batch("aarhus", event(FIRST, "")));
    assertThat(gateway.letters).isEmpty();
  }

  @Test
  void what_the_contract_does_not_have_is_left_out() {
    String more =
        event(FIRST, sickness())
            .replace("<event>", "<event><caseworker><name>N</name></caseworker>")
            .replace("</event>", "<o:version xmlns:o=\"urn:o\">9</o:version></event>");

    byte[] answer =
        deliver(batch("aarhus", "<sent>2026-11-23</sent>", more, event(SECOND, "") + "<end/>"));

    assertThat(results(answer)).isEqualTo("STORED STORED");
    assertThat(gateway.events.get(FIRST)).extracting(CaseEvent::version).isEqualTo(1);
    assertThat(gateway.letters).isEmpty();
  }

  @Test
  void the_order_of_the_fields_says_nothing() {
    String turned =
        event(FIRST, "")
            .replace("<version>1</version>", "")
            .replace("</event>", "<version>1</version></event>");

    assertThat(results(deliver(batch("aarhus", turned)))).isEqualTo("STORED");
  }

  @Test
  void a_contradiction_has_a_letter_until_the_entity_is_told_rightly() {
    gateway.contradicted.add(FIRST);

    assertThat(results(deliver(batch("aarhus", event(FIRST, ""), event(SECOND, "")))))
        .isEqualTo("REJECTED STORED");
    assertThat(letter(FIRST)).startsWith("conflict: ");

    gateway.contradicted.clear();
    deliver(batch("aarhus", event(FIRST, "")));
    assertThat(gateway.letters).isEmpty();
  }

  @Test
  void what_comes_right_in_the_same_batch_has_no_letter() {
    String wrong = event(FIRST, "").replace("<version>1<", "<version>one<");

    deliver(batch("aarhus", wrong, event(FIRST, "")));
    assertThat(gateway.letters).isEmpty();

    deliver(batch("aarhus", event(FIRST, ""), wrong));
    assertThat(gateway.letters).containsOnlyKeys(FIRST.toString());
  }

  @Test
  void events_without_an_entity_share_a_letter_of_the_tenant() {
    String nameless = event(FIRST, "").replaceAll("<entityId>.*</entityId>", "<entityId/>");

    deliver(batch("aarhus", nameless, nameless, event(SECOND, "")));

    assertThat(gateway.letters).containsOnlyKeys("events/aarhus");
    assertThat(gateway.letters.get("events/aarhus"))
        .extracting(DeadLetter::detail)
        .isEqualTo("entityId must be a UUID in lower case");
    deliver(batch("aarhus", event(SECOND, "")));
    assertThat(gateway.letters).isEmpty();
  }

  @Test
  void another_tenants_batch_is_not_allowed() {
    assertProblem(batch("randers", event(FIRST, "")), ProblemType.NOT_ALLOWED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<events/>",
        "{\"events\":[]}",
        "<events xmlns=\"http://borgermaaling.dk/contract/fasit/1\" tenant=\"aarhus\"/>",
        "<events xmlns=\"http://borgermaaling.dk/contract/fasit/2\" tenant=\"aarhus\"/>",
        "<?xml version=\"1.0\"?><receipts xmlns=\"http://borgermaaling.dk/contract/fasit/1\"/>",
      })
  void what_is_no_batch_is_malformed(String body) {
    assertProblem(body, ProblemType.MALFORMED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"6701809995", "<o:event xmlns:o=\"urn:o\"/>", "<event>", "</receipts>"})
  void what_may_hide_events_makes_the_batch_malformed(String between) {
    assertProblem(batch("aarhus", event(FIRST, ""), between), ProblemType.MALFORMED);
  }

  @Test
  void a_refused_batch_has_a_letter_until_one_can_be_read() {
    assertProblem("<events", ProblemType.MALFORMED);
    assertProblem(batch("randers", event(FIRST, "")), ProblemType.NOT_ALLOWED);
    assertThat(gateway.letters.get("push/aarhus"))
        .isEqualTo(
            new DeadLetter(
                EventSource.FASIT,
                Aarhus.TENANT.municipality(),
                "push/aarhus",
                "batch-refused",
                "The certificate may not send events of this tenant"));

    deliver(batch("aarhus", event(FIRST, "")));
    assertThat(gateway.letters).isEmpty();
  }

  @Test
  void a_batch_without_events_is_malformed_and_nobody_need_look_for_it() {
    assertProblem(batch("aarhus"), ProblemType.MALFORMED);
    assertThat(gateway.letters).isEmpty();
  }

  @Test
  void a_hundred_unknown_elements_are_left_out_and_more_are_malformed() {
    String names =
        IntStream.range(0, 100).mapToObj(i -> "<n" + i + "/>").collect(Collectors.joining());

    assertThat(results(deliver(batch("aarhus", names, event(FIRST, ""))))).isEqualTo("STORED");
    gateway.events.clear();
    assertProblem(batch("aarhus", names + "<more/>", event(FIRST, "")), ProblemType.MALFORMED);
  }

  @Test
  void five_hundred_and_one_events_are_malformed() {
    String one = event(FIRST, "");

    assertProblem(batch("aarhus", one.repeat(501)), ProblemType.MALFORMED);
  }

  @Test
  void a_dtd_is_malformed_and_nothing_of_it_is_read() {
    String dtd =
        "<!DOCTYPE events [<!ENTITY x SYSTEM \"file:///etc/passwd\"><!ENTITY y \"aarhus\">]>";

    assertProblem(dtd + batch("aarhus", event(FIRST, "")), ProblemType.MALFORMED);
    assertProblem(dtd + batch("&y;", event(FIRST, "")), ProblemType.MALFORMED);
    assertProblem("<!DOCTYPE events>" + batch("aarhus", event(FIRST, "")), ProblemType.MALFORMED);
  }

  @Test
  void an_entity_that_nobody_declared_is_malformed() {
    assertProblem(
        batch("aarhus", event(FIRST, "").replace("6701809995", "&cpr;")), ProblemType.MALFORMED);
  }

  @Test
  void elements_nested_without_end_are_malformed() {
    assertProblem("<events>".repeat(100_000), ProblemType.MALFORMED);
  }

  @Test
  void a_certificate_that_is_nobodys_is_not_allowed() {
    assertThatThrownBy(() -> resource.receive("cd".repeat(32), stream("")))
        .asInstanceOf(type(ProblemException.class))
        .extracting(e -> e.problem().type())
        .isEqualTo(ProblemType.NOT_ALLOWED);
  }

  @Test
  void ten_megabytes_are_too_large_and_are_not_read_to_the_end() throws IOException {
    try (InputStream body = new ByteArrayInputStream(new byte[10 * 1024 * 1024])) {
      assertThatThrownBy(() -> resource.receive(Aarhus.THUMBPRINT, body))
          .asInstanceOf(type(ProblemException.class))
          .extracting(e -> e.problem().type())
          .isEqualTo(ProblemType.TOO_LARGE);
      assertThat(body.available()).isGreaterThan(5 * 1024 * 1024);
      assertThat(gateway.letters).containsOnlyKeys("push/aarhus");
    }
  }

  private void assertProblem(String body, ProblemType expected) {
    assertThatThrownBy(() -> deliver(body))
        .asInstanceOf(type(ProblemException.class))
        .extracting(e -> e.problem().type())
        .isEqualTo(expected);
    assertThat(gateway.events).isEmpty();
    assertThat(gateway.letters.values())
        .allMatch(letter -> letter.reason().equals("batch-refused"))
        .noneMatch(letter -> letter.detail().contains("67018"));
  }

  private String letter(UUID entity) {
    DeadLetter letter = Objects.requireNonNull(gateway.letters.get(entity.toString()));
    return letter.reason() + ": " + letter.detail();
  }

  private byte[] deliver(String body) {
    try {
      return resource.receive(Aarhus.THUMBPRINT, stream(body));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(UTF_8));
  }

  private static String text(byte[] answer) {
    return new String(answer, UTF_8);
  }

  private static String results(byte[] answer) {
    return String.join(
        " ",
        Pattern.compile("<result>(.*?)</result>")
            .matcher(text(answer))
            .results()
            .map(match -> Objects.requireNonNull(match.group(1)))
            .toList());
  }

  private static String batch(String tenant, String... events) {
    return "<events xmlns=\"http://borgermaaling.dk/contract/fasit/1\" tenant=\""
        + tenant
        + "\">"
        + String.join("<!-- next -->", events)
        + "</events>";
  }

  private static String sickness() {
    return group(Aarhus.SICKNESS.toString());
  }

  private static String group(String id) {
    return "<targetGroup>%s</targetGroup><targetGroupStartDate>2026-08-14</targetGroupStartDate>"
        .formatted(id);
  }

  private static String event(UUID id, String group) {
    return """
    <event>
      <eventId>%s</eventId>
      <entityId>%s</entityId>
      <version>1</version>
      <changeType>CREATE</changeType>
      <type>CONVERSATION_HELD</type>
      <occurredAt>2026-11-23T09:30:00Z</occurredAt>
      <citizenId>00000000-0000-4000-8000-0000000000aa</citizenId>
      <cprNumber>6701809995</cprNumber>%s
      <interviewTypeIdentifier>4</interviewTypeIdentifier>
      <interviewForm>PERSONLIGT</interviewForm>
    </event>
    """
        .formatted(id, id, group);
  }
}
