package dk.borgermaaling.simulators.beskedfordeler;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgermaaling.simulators.Surroundings;
import dk.borgermaaling.simulators.support.FakeGateway;
import dk.borgermaaling.simulators.support.ReferenceData;
import dk.borgermaaling.simulators.support.TestSettings;
import dk.borgermaaling.simulators.world.StoryEvent;
import dk.borgermaaling.simulators.world.Town;
import dk.borgermaaling.simulators.world.World;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventDistributionTest {
  private static final World WORLD = World.of(7, 300, LocalDate.of(2026, 11, 23));
  private static final List<StoryEvent> EVENTS =
      WORLD.story().events(Town.ODENSE).stream().limit(4).toList();

  @TempDir Path state;
  private FakeGateway gateway;
  private EventDistribution distribution;

  @BeforeEach
  void open() throws IOException {
    gateway = FakeGateway.open(0);
    Surroundings around = TestSettings.surroundings(state, gateway.address());
    distribution = new EventDistribution(around, WORLD);
  }

  @AfterEach
  void close() throws IOException {
    distribution.close();
    gateway.close();
  }

  @Test
  void every_event_comes_in_a_message_of_its_own_and_is_valid_by_the_contract() throws Exception {
    assertThat(push(Set.of())).isEqualTo(Map.of("20", 4));
    assertThat(gateway.receipts()).isEmpty();
    assertThat(ids()).doesNotHaveDuplicates();
    Schema contract = contract();
    for (String message : gateway.events()) {
      assertThat(message).contains("urn:oio:cvr-nr:" + Town.ODENSE.cvr());
      contract
          .newValidator()
          .validate(new StreamSource(new ByteArrayInputStream(payload(message))));
    }
  }

  @Test
  void every_event_of_the_story_can_be_told_this_way() throws Exception {
    Schema contract = contract();
    Set<StoryEvent.Kind> kinds = EnumSet.noneOf(StoryEvent.Kind.class);
    for (StoryEvent event : WORLD.story().events()) {
      if (kinds.add(event.kind())) {
        String payload = EventMessage.payload(event, Set.of());
        contract.newValidator().validate(new StreamSource(new StringReader(payload)));
      }
    }
    assertThat(kinds).hasSizeGreaterThan(4);
  }

  @Test
  void an_envelope_is_valid_against_the_official_schema() throws Exception {
    Schema schema = official();
    push(Set.of());
    for (String message : gateway.events()) {
      schema.newValidator().validate(new StreamSource(new StringReader(message)));
    }
  }

  @Test
  void a_doubled_event_comes_in_two_messages_with_one_payload() throws Exception {
    push(Set.of(EventFault.DOUBLED));
    assertThat(ids()).hasSize(8).doesNotHaveDuplicates();
    assertThat(payload(gateway.events().get(0))).isEqualTo(payload(gateway.events().get(1)));
  }

  @Test
  void a_redelivered_message_has_its_id_and_the_next_attempt() throws Exception {
    push(Set.of(EventFault.REDELIVERED));
    assertThat(new HashSet<>(ids())).hasSize(4);
    assertThat(gateway.events().get(0)).contains("<k:AntalLeveranceforsoeg>1<");
    assertThat(gateway.events().get(1)).contains("<k:AntalLeveranceforsoeg>2<");
  }

  @Test
  void reordered_messages_come_last_first() throws Exception {
    push(Set.of());
    push(Set.of(EventFault.REORDERED));
    List<String> payloads =
        gateway.events().stream()
            .map(message -> new String(payload(message), StandardCharsets.UTF_8))
            .toList();
    assertThat(payloads.get(7)).isEqualTo(payloads.get(0));
    assertThat(payloads.get(4)).isEqualTo(payloads.get(3));
  }

  @Test
  void a_message_of_another_municipality_says_so_on_the_envelope_alone() throws Exception {
    push(Set.of(EventFault.WRONG_MUNICIPALITY));
    String message = gateway.events().get(0);
    assertThat(message).contains(Town.AARHUS.cvr()).doesNotContain(Town.ODENSE.cvr());
    assertThat(new String(payload(message), StandardCharsets.UTF_8)).contains(">0461<");
  }

  @Test
  void late_events_occurred_forty_days_before_and_are_others() throws Exception {
    String late = EventMessage.payload(EVENTS.get(0), Set.of(EventFault.LATE));
    assertThat(late)
        .contains(EVENTS.get(0).date().minusDays(40).toString())
        .doesNotContain(EVENTS.get(0).entityId().toString());
    contract().newValidator().validate(new StreamSource(new StringReader(late)));
  }

  @Test
  void the_other_faults_break_what_they_say() throws Exception {
    push(Set.of(EventFault.UNPARSABLE_PAYLOAD));
    assertThat(new String(payload(gateway.events().get(0)), StandardCharsets.UTF_8))
        .doesNotEndWith("registerCaseEvents>");
    push(Set.of(EventFault.WRONG_NAMESPACE));
    assertThat(gateway.events().get(4))
        .contains("<Base64 xmlns=\"urn:oio:besked:kuvert:1.0\"")
        .doesNotContain("\"urn:besked:");
    push(Set.of(EventFault.MISSING_ID));
    assertThat(gateway.events().get(8)).doesNotContain("BeskedId");
  }

  @Test
  void every_answer_of_the_gateway_is_counted() throws Exception {
    gateway.answer("41");
    assertThat(push(Set.of())).isEqualTo(Map.of("41", 4));
    assertThat(distribution.status().getInt("taken")).isZero();
  }

  private Map<String, Integer> push(Set<EventFault> faults) throws Exception {
    return distribution.push(EVENTS, faults);
  }

  private List<String> ids() {
    return gateway.events().stream()
        .map(
            message ->
                message.replaceFirst(
                    "(?s).*<k:BeskedId><UUIDIdentifikator>(.*?)</UUIDIdentifikator>.*", "$1"))
        .toList();
  }

  private static byte[] payload(String message) {
    return Base64.getDecoder()
        .decode(message.replaceFirst("(?s).*<Base64[^>]*>(.*?)</Base64>.*", "$1"));
  }

  private static Schema contract() throws Exception {
    return SchemaFactory.newDefaultInstance()
        .newSchema(
            EventDistributionTest.class.getResource(
                "/wsdl/borgermaaling/case-event/1/case-event.xsd"));
  }

  private static Schema official() throws Exception {
    Path folder = ReferenceData.require("digital-post/bfo-kombit-samples/beskedfordeler/xsd");
    SchemaFactory factory = SchemaFactory.newDefaultInstance();
    factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "file");
    factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "file");
    return factory.newSchema(folder.resolve("AnvendersystemOperationer.xsd").toFile());
  }
}
