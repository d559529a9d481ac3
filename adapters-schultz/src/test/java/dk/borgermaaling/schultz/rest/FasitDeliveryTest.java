package dk.borgermaaling.schultz.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dk.borgermaaling.gateway.caseevent.DeadLetters.DeadLetter;
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
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.SAXException;

/** From the bytes of a request to the bytes of the answer. */
class FasitDeliveryTest {
  private static final UUID FIRST = UUID.fromString("00000000-0000-4000-8000-000000000001");
  private static final UUID SECOND = UUID.fromString("00000000-0000-4000-8000-000000000002");
  private static final String UNKNOWN = "00000000-1b27-e111-9ada-005056a823a6";

  private final FakeGateway gateway = new FakeGateway();
  private final FasitEventsResource resource =
      new FasitEventsResource(
          new FasitInbox(
              new Tenants(List.of(Aarhus.TENANT)),
              Aarhus.targetGroups(),
              gateway,
              gateway,
              new FasitXml(),
              gateway),
          new FasitXml());

  @Test
  void a_valid_batch_is_stored_and_the_receipts_are_valid_too() throws SAXException, IOException {
    byte[] answer = deliver(batch("aarhus", event(FIRST, ""), event(SECOND, sickness())));

    assertThat(gateway.events).containsOnlyKeys(FIRST, SECOND);
    assertThat(results(answer)).isEqualTo("STORED STORED");
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
    assertThat(text(answer)).doesNotContain("6713809995");
    assertThat(gateway.letters).as("only Fasit can mend it").isEmpty();
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
  void what_is_not_by_the_schema_is_malformed(String body) {
    assertProblem(body, ProblemType.MALFORMED);
  }

  @Test
  void a_field_out_of_place_is_malformed() {
    assertProblem(
        batch("aarhus", event(FIRST, "").replace("<version>1", "<extra/><version>1")),
        ProblemType.MALFORMED);
    assertProblem(
        batch("aarhus", event(FIRST, "").replace("CONVERSATION_HELD", "CONVERSATION_LOST")),
        ProblemType.MALFORMED);
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
    }
  }

  private void assertProblem(String body, ProblemType expected) {
    assertThatThrownBy(() -> deliver(body))
        .asInstanceOf(type(ProblemException.class))
        .extracting(e -> e.problem().type())
        .isEqualTo(expected);
    assertThat(gateway.events).isEmpty();
    assertThat(gateway.letters).isEmpty();
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
