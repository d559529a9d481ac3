package dk.borgermaaling.simulators.caller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.borgermaaling.contract.caseevent.CaseEvent;
import dk.borgermaaling.contract.caseevent.Receipt;
import dk.borgermaaling.contract.caseevent.RegisterCaseEvents;
import dk.borgermaaling.simulators.Gateway;
import dk.borgermaaling.simulators.casesystems.Receipts;
import dk.borgermaaling.simulators.certificates.KeyFile;
import dk.borgermaaling.simulators.support.RunningSts;
import dk.borgermaaling.simulators.support.TestCertificates;
import dk.borgermaaling.simulators.world.StoryEvent;
import dk.borgermaaling.simulators.world.TargetGroups;
import dk.borgermaaling.simulators.world.Town;
import dk.borgermaaling.simulators.world.World;
import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.util.JAXBSource;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import javax.xml.XMLConstants;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServicePlatformCallerTest {
  private static final List<StoryEvent> STORY =
      World.of(20261123, 1500, LocalDate.of(2026, 11, 23))
          .story()
          .events(Town.Source.SERVICE_PLATFORM);

  @TempDir static Path state;
  private static RunningSts sts;

  @BeforeAll
  static void start() throws Exception {
    sts = RunningSts.start(state);
  }

  @AfterAll
  static void stop() {
    sts.close();
  }

  @Test
  void events_arrive_through_the_policy_and_the_receipts_are_counted() throws Exception {
    StubGateway gateway = new StubGateway("gateway");
    try (ServicePlatformCaller caller = caller(gateway, Town.SILKEBORG.cvr())) {
      StoryEvent unknown =
          STORY.stream()
              .filter(e -> e.group() != null && isUnknown(e.group().code()))
              .findFirst()
              .orElseThrow();
      List<StoryEvent> events = List.of(STORY.get(0), STORY.get(1), STORY.get(0), unknown);
      assertThat(caller.send(events)).isEqualTo(new Receipts(2, 1, 1));
      assertThat(gateway.received().stream().map(CaseEvent::getEventId))
          .containsExactlyElementsOf(events.stream().map(e -> e.eventId().toString()).toList());
      List<Receipt> again = caller.register(List.of(CaseEventMessages.of(STORY.get(1))));
      assertThat(again.get(0).getDuplicate()).isNotNull();
    } finally {
      gateway.close();
    }
  }

  @Test
  void a_fault_that_is_not_the_gateways_answer_to_a_knock_is_not_taken_for_it() throws Exception {
    StubGateway gateway = new StubGateway("gateway");
    try (ServicePlatformCaller caller = caller(gateway, Town.SILKEBORG.cvr())) {
      assertThatThrownBy(caller::knock).isInstanceOf(IOException.class);
      assertThat(gateway.received()).isEmpty();
    } finally {
      gateway.close();
    }
  }

  @Test
  void an_answer_signed_by_somebody_else_is_not_believed() throws Exception {
    StubGateway stranger = new StubGateway("fasit");
    try (ServicePlatformCaller caller = caller(stranger, Town.SILKEBORG.cvr())) {
      assertThatThrownBy(() -> caller.send(STORY.subList(0, 1))).isInstanceOf(IOException.class);
      assertThat(stranger.received()).hasSize(1);
    } finally {
      stranger.close();
    }
  }

  @Test
  void an_answer_to_another_request_is_not_believed() throws Exception {
    StubGateway gateway = new StubGateway("gateway");
    gateway.mistake();
    try (ServicePlatformCaller caller = caller(gateway, Town.SILKEBORG.cvr())) {
      assertThatThrownBy(() -> caller.send(STORY.subList(0, 1))).isInstanceOf(IOException.class);
    } finally {
      gateway.close();
    }
  }

  @Test
  void without_an_agreement_nothing_is_sent() throws Exception {
    StubGateway gateway = new StubGateway("gateway");
    try (ServicePlatformCaller caller = caller(gateway, Town.ODENSE.cvr())) {
      assertThatThrownBy(() -> caller.send(STORY.subList(0, 1))).isInstanceOf(IOException.class);
      assertThat(gateway.received()).isEmpty();
    } finally {
      gateway.close();
    }
  }

  @Test
  void the_whole_story_keeps_to_the_contract() throws Exception {
    var schema =
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
            .newSchema(
                Objects.requireNonNull(
                    getClass().getResource("/wsdl/borgermaaling/case-event/1/case-event.xsd")));
    JAXBContext context = JAXBContext.newInstance(RegisterCaseEvents.class);
    for (int from = 0; from < STORY.size(); from += 500) {
      RegisterCaseEvents message = new RegisterCaseEvents();
      STORY.subList(from, Math.min(from + 500, STORY.size())).stream()
          .map(CaseEventMessages::of)
          .forEach(message.getCaseEvent()::add);
      schema.newValidator().validate(new JAXBSource(context, message));
    }
  }

  private static boolean isUnknown(String code) {
    return code.equals(TargetGroups.UNKNOWN_CODE);
  }

  private static ServicePlatformCaller caller(StubGateway gateway, String cvr) {
    return new ServicePlatformCaller(
        new CallerSettings(
            URI.create(
                "https://localhost:"
                    + sts.port()
                    + "/runtime/services/kombittrust/14/certificatemixed"),
            gateway.address(),
            CallerSettings.AUDIENCE,
            cvr,
            TestCertificates.key("caller"),
            KeyFile.trust(TestCertificates.dir().resolve("sts-trust.p12")),
            TestCertificates.key("gateway").certificate(),
            Gateway.withoutCertificate(TestCertificates.trust()).tls()));
  }
}
