package dk.borgermaaling.gateway.caseevent.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.borgermaaling.gateway.caseevent.CaseEvent;
import dk.borgermaaling.gateway.caseevent.Course;
import dk.borgermaaling.gateway.caseevent.EventSource;
import dk.borgermaaling.gateway.caseevent.Happening;
import dk.borgermaaling.gateway.caseevent.TargetGroupCode;
import dk.borgermaaling.gateway.edge.json.StrictJson;
import dk.borgermaaling.gateway.kernel.CprNumber;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.kernel.ProblemException;
import dk.borgermaaling.gateway.kernel.ProblemType;
import dk.borgermaaling.gateway.kernel.Recipient;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CloudEventsTest {
  private static final String EVENT =
      """
      {"specversion":"1.0","id":"5d7f1f5e-0d5c-4c37-8a5f-0f3d7a1b2c3d","source":"urn:vendor:case-system",
       "type":"dk.borgermaaling.conversation.held.v1","subject":"conversation-17",
       "time":"2026-11-24T10:15:00Z","datacontenttype":"application/json",
       "data":{"municipalityCode":"0461","version":2,"date":"2026-11-24","typeId":1,"form":"IN_PERSON",
        "recipient":{"cprNumber":"6101904285"},
        "targetGroup":{"codeSystem":"LAB6","code":"6.1","startDate":"2026-10-01"},
        "course":{"startDate":"2026-10-01","responsibleActor":"MUNICIPALITY"}}}
      """;

  @Test
  void every_field_arrives() {
    assertThat(read(EVENT))
        .isEqualTo(
            new CaseEvent(
                UUID.fromString("5d7f1f5e-0d5c-4c37-8a5f-0f3d7a1b2c3d"),
                EventSource.OTHER,
                new MunicipalityCode("0461"),
                "conversation-17",
                2,
                false,
                Instant.parse("2026-11-24T10:15:00Z"),
                new Recipient.Person(new CprNumber("6101904285")),
                new TargetGroupCode("LAB6", "6.1", LocalDate.of(2026, 10, 1)),
                new Course(LocalDate.of(2026, 10, 1), Course.ResponsibleActor.MUNICIPALITY, null),
                new Happening.ConversationHeld(
                    LocalDate.of(2026, 11, 24), 1, Happening.ConversationForm.IN_PERSON)));
  }

  @ParameterizedTest
  @CsvSource({
    "targetgroup.started, TargetGroupStarted",
    "targetgroup.changed, TargetGroupChanged",
    "targetgroup.ended, TargetGroupEnded",
    "course.ended, CourseEnded",
    "citizen.died, CitizenDied",
    "citizen.moved, CitizenMoved",
    "citizen.exempted, CitizenExempted"
  })
  void every_type_is_a_happening(String type, String happening) {
    String event =
        EVENT
            .replace("conversation.held", type)
            .replace("\"typeId\":1,\"form\":\"IN_PERSON\",", "");
    assertThat(read(event).happening().getClass().getSimpleName()).isEqualTo(happening);
  }

  @Test
  void an_extension_attribute_is_left_alone() {
    assertThat(
            read(
                EVENT.replace(
                    "\"time\"", "\"traceparent\":\"00-1\",\"dataschema\":\"x\",\"time\"")))
        .isEqualTo(read(EVENT));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"1.0\"|\"0.3\"|specversion",
        "\"source\"|\"sauce\"|source",
        "5d7f1f5e|5D7F1F5E|id",
        "conversation.held.v1|conversation.held.v2|type",
        "dk.borgermaaling.conversation|dk.borgermaaling|type",
        "dk.borgermaaling.conversation.held.v1|dk.borgermaaling..v1|type",
        "\"subject\":\"conversation-17\"|\"subject\":\"../../etc\"|subject",
        "10:15:00Z|10:15:00|time",
        "application/json|application/xml|datacontenttype",
        "\"data\":|\"data_base64\":|data",
        "\"0461\"|\"461\"|municipalityCode",
        "\"version\":2|\"version\":0|data.version",
        "\"version\":2|\"version\":\"2\"|data.version",
        "\"typeId\":1|\"typeId\":1000|data.typeId",
        "IN_PERSON|PERSONLIGT|data.form",
        "\"cprNumber\":\"6101904285\"|\"cprNumber\":\"610190428\"|cprNumber",
        "{\"cprNumber\"|{\"cvrNumber\":\"29189641\",\"cprNumber\"|data.recipient",
        "LAB6|LAB7|data.targetGroup.codeSystem",
        "\"responsibleActor\"|\"actor\"|data.course",
        "\"version\":2|\"version\":2,\"withdraw\":true|data",
        "\"time\"|\"data_base64\":\"e30=\",\"time\"|the message",
      })
  void what_the_interface_does_not_say_is_malformed(String from, String to, String named) {
    assertThat(EVENT).contains(from);
    assertThatThrownBy(() -> read(EVENT.replace(from, to)))
        .isInstanceOfSatisfying(
            ProblemException.class,
            thrown -> {
              assertThat(thrown.problem().type()).isEqualTo(ProblemType.MALFORMED);
              assertThat(thrown.problem().publicDetail()).startsWith(named + " must be ");
            });
  }

  @ParameterizedTest
  @CsvSource({"KONTAKTGRUPPE, KG2/4", "KONTAKTGRUPPE, KG13", "LAB2, 2.12", "LAB2027, 1"})
  void a_group_is_told_in_any_of_the_code_systems(String system, String code) {
    String told =
        EVENT.replace("\"LAB6\",\"code\":\"6.1\"", "\"" + system + "\",\"code\":\"" + code + "\"");
    assertThat(read(told).targetGroup())
        .isEqualTo(new TargetGroupCode(system, code, LocalDate.of(2026, 10, 1)));
  }

  @Test
  void a_group_that_starts_is_told() {
    String started =
        EVENT
            .replace("conversation.held", "targetgroup.started")
            .replace("\"typeId\":1,\"form\":\"IN_PERSON\",", "")
            .replaceAll("\"targetGroup\":\\{[^}]*\\},", "");
    assertThatThrownBy(() -> read(started)).isInstanceOf(ProblemException.class);
  }

  private static CaseEvent read(String json) {
    return CloudEvents.read(StrictJson.read(json.getBytes(StandardCharsets.UTF_8)));
  }
}
