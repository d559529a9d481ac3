package dk.borgermaaling.schultz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.borgermaaling.gateway.caseevent.CaseEvent;
import dk.borgermaaling.gateway.caseevent.Course;
import dk.borgermaaling.gateway.caseevent.Course.ResponsibleActor;
import dk.borgermaaling.gateway.caseevent.EventSource;
import dk.borgermaaling.gateway.caseevent.Happening;
import dk.borgermaaling.gateway.caseevent.Happening.ConversationForm;
import dk.borgermaaling.gateway.caseevent.TargetGroupCode;
import dk.borgermaaling.gateway.kernel.CprNumber;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.kernel.Recipient;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FasitMappingTest {
  private static final UUID EVENT = UUID.fromString("00000000-0000-4000-8000-000000000001");
  private static final UUID UNIT = UUID.fromString("00000000-0000-4000-8000-000000000009");

  private final FasitMapping mapping =
      new FasitMapping(new MunicipalityCode("0751"), Aarhus.targetGroups().of("aarhus"));
  private final Map<String, String> fields =
      new HashMap<>(
          Map.of(
              "version", "2",
              "changeType", "UPDATE",
              "type", "CONVERSATION_HELD",
              "occurredAt", "2026-11-23T09:30:00Z",
              "cprNumber", "6701809995",
              "interviewTypeIdentifier", "4",
              "interviewForm", "TELEFON"));

  @Test
  void a_conversation_is_translated_with_all_that_is_told_of_it() {
    fields.put("caseStartDate", "2026-08-01");
    fields.put("responsibleActor", "ANDEN_AKTOER");
    fields.put("organisationalUnit", UNIT.toString());
    fields.put("targetGroup", Aarhus.SICKNESS.toString());
    fields.put("targetGroupStartDate", "2026-08-14");

    assertThat(event())
        .isEqualTo(
            new CaseEvent(
                EVENT,
                EventSource.FASIT,
                new MunicipalityCode("0751"),
                "entity",
                2,
                false,
                Instant.parse("2026-11-23T09:30:00Z"),
                new Recipient.Person(new CprNumber("6701809995")),
                new TargetGroupCode("LAB6", "6.6", LocalDate.of(2026, 8, 14)),
                new Course(LocalDate.of(2026, 8, 1), ResponsibleActor.OTHER_ACTOR, UNIT),
                new Happening.ConversationHeld(
                    LocalDate.of(2026, 11, 23), 4, ConversationForm.TELEPHONE)));
  }

  @Test
  void what_is_not_told_is_absent() {
    assertThat(event().targetGroup()).isNull();
    assertThat(event().course()).isEqualTo(Course.UNKNOWN);
  }

  @Test
  void a_deletion_withdraws_the_entity() {
    fields.put("changeType", "DELETE");

    assertThat(event().withdrawn()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-06-30T21:59:59Z, 6.3",
    "2026-06-30T22:00:00Z, 6.5",
    "2026-12-31T22:59:59Z, 6.5",
  })
  void the_tenants_table_holds_from_danish_day_to_danish_day(String occurredAt, String code) {
    fields.put("occurredAt", occurredAt);
    fields.put("targetGroup", Aarhus.ACTIVITY_READY.toString());
    fields.put("targetGroupStartDate", "2026-01-01");

    assertThat(event().targetGroup())
        .isEqualTo(new TargetGroupCode("LAB6", code, LocalDate.of(2026, 1, 1)));
  }

  @ParameterizedTest
  @CsvSource({
    "00000000-1b27-e111-9ada-005056a823a6, 2026-11-23T09:30:00Z",
    "a65c6a8e-1b27-e111-9ada-005056a823a6, 2026-12-31T23:00:00Z",
    "a65c6a8e-1b27-e111-9ada-005056a823a6, 2019-12-31T22:59:59Z",
  })
  void an_id_that_the_table_does_not_know_on_that_day_is_never_guessed(
      String id, String occurredAt) {
    fields.put("occurredAt", occurredAt);
    fields.put("targetGroup", id);
    fields.put("targetGroupStartDate", "2026-01-01");

    assertThatThrownBy(this::event)
        .hasMessageStartingWith("The target group ")
        .hasMessageContaining(" is not in the tenant's table of ");
  }

  @ParameterizedTest
  @CsvSource({"COURSE_ENDED", "TARGET_GROUP_ENDED"})
  void the_group_of_what_ended_is_read_as_the_table_last_knew_it(String type) {
    fields.put("type", type);
    fields.put("occurredAt", "2027-01-04T09:30:00Z");
    fields.put("targetGroup", Aarhus.ACTIVITY_READY.toString());
    fields.put("targetGroupStartDate", "2026-01-01");

    assertThat(event().targetGroup())
        .isEqualTo(new TargetGroupCode("LAB6", "6.5", LocalDate.of(2026, 1, 1)));
  }

  @ParameterizedTest
  @CsvSource({
    "PERSONLIGT, IN_PERSON",
    "TELEFON, TELEPHONE",
    "VIDEO, VIDEO",
    "BREV, LETTER",
  })
  void the_form_is_translated(String told, ConversationForm form) {
    fields.put("interviewForm", told);

    assertThat(event().happening())
        .isEqualTo(new Happening.ConversationHeld(LocalDate.of(2026, 11, 23), 4, form));
  }

  @Test
  void every_type_has_its_happening() {
    LocalDate day = LocalDate.of(2026, 11, 23);
    LocalDate start = LocalDate.of(2026, 8, 14);
    fields.put("targetGroup", Aarhus.SICKNESS.toString());
    fields.put("targetGroupStartDate", "2026-08-14");
    fields.put("toMunicipalityCode", "0101");

    assertThat(of("TARGET_GROUP_STARTED")).isEqualTo(new Happening.TargetGroupStarted(start));
    assertThat(of("TARGET_GROUP_CHANGED")).isEqualTo(new Happening.TargetGroupChanged(start));
    assertThat(of("TARGET_GROUP_ENDED")).isEqualTo(new Happening.TargetGroupEnded(day));
    assertThat(of("CONVERSATION_CANCELLED"))
        .isEqualTo(new Happening.ConversationCancelled(day, 4, ConversationForm.TELEPHONE));
    assertThat(of("COURSE_ENDED")).isEqualTo(new Happening.CourseEnded(day));
    assertThat(of("CITIZEN_DIED")).isEqualTo(new Happening.CitizenDied(day));
    assertThat(of("CITIZEN_MOVED"))
        .isEqualTo(new Happening.CitizenMoved(day, new MunicipalityCode("0101")));
    assertThat(of("CITIZEN_EXEMPTED")).isEqualTo(new Happening.CitizenExempted(day));
    fields.put("caseEndDate", "2026-11-20");
    assertThat(of("COURSE_ENDED")).isEqualTo(new Happening.CourseEnded(LocalDate.of(2026, 11, 20)));
  }

  @ParameterizedTest
  @CsvSource({
    "version, 0, version must be a number from 1 to 1000000",
    "version, 1000001, version must be a number from 1 to 1000000",
    "version, 99999999999999999999, version must be a number from 1 to 1000000",
    "interviewTypeIdentifier, 1000, interviewTypeIdentifier must be a number from 1 to 999",
    "interviewTypeIdentifier, , interviewTypeIdentifier must be a number from 1 to 999",
    "interviewForm, , interviewForm must be present with a conversation",
    "occurredAt, 12026-11-23T09:30:00Z, occurredAt must be a UTC date and time",
    "occurredAt, -0044-03-15T09:30:00Z, occurredAt must be from 1900-01-01 to 2199-12-31",
    "occurredAt, -1000000000-01-01T00:00:00Z, occurredAt must be from 1900-01-01 to 2199-12-31",
    "caseStartDate, 2026-08-01+02:00, caseStartDate must be a date without a zone",
    "cprNumber, 0000000000, cprNumber must be the first six digits a date",
    "type, TARGET_GROUP_STARTED, targetGroup must be present when a target group starts or changes",
  })
  void what_the_schema_lets_through_and_nobody_can_use_is_malformed(
      String field, String value, String problem) {
    fields.put(field, value == null ? "" : value);
    fields.values().removeIf(String::isEmpty);

    assertThatThrownBy(this::event).hasMessage(problem);
  }

  @Test
  void a_date_long_ago_is_translated_for_the_gateway_to_refuse() {
    fields.put("caseStartDate", "-0044-03-15");
    fields.put("caseEndDate", "0001-01-01");

    assertThat(of("COURSE_ENDED")).isEqualTo(new Happening.CourseEnded(LocalDate.of(1, 1, 1)));
    assertThat(event().course().startDate()).isEqualTo(LocalDate.of(-44, 3, 15));
  }

  @Test
  void a_changed_number_is_told_with_the_one_before_it() {
    fields.put("formerCprNumber", "6701809987");

    assertThat(of("CITIZEN_CPR_CHANGED"))
        .isEqualTo(new Happening.CprChanged(LocalDate.of(2026, 11, 23)));
    assertThat(event().formerly()).isEqualTo(new Recipient.Person(new CprNumber("6701809987")));
  }

  @Test
  void protection_is_told_by_its_day() {
    assertThat(of("CITIZEN_PROTECTED"))
        .isEqualTo(new Happening.CitizenProtected(LocalDate.of(2026, 11, 23)));
  }

  @ParameterizedTest
  @CsvSource({
    "CITIZEN_CPR_CHANGED, , there when the number changes",
    "CONVERSATION_HELD, 6701809987, there when the number changes",
    "CITIZEN_CPR_CHANGED, 6701809995, another number than cprNumber",
    "CITIZEN_CPR_CHANGED, 6713809987, the first six digits a date",
  })
  void a_number_that_changes_to_nothing_is_malformed(String type, String former, String problem) {
    fields.put("formerCprNumber", former == null ? "" : former);
    fields.values().removeIf(String::isEmpty);

    assertThatThrownBy(() -> of(type)).hasMessageContaining(problem).hasMessageNotContaining("67");
  }

  private Happening of(String type) {
    fields.put("type", type);
    return event().happening();
  }

  private CaseEvent event() {
    Map<FasitField, String> told = new EnumMap<>(FasitField.class);
    told.put(FasitField.EVENT_ID, EVENT.toString());
    told.put(FasitField.ENTITY_ID, "entity");
    told.put(FasitField.CITIZEN_ID, "citizen");
    for (FasitField field : FasitField.values()) {
      if (field.isRequired()) {
        told.putIfAbsent(field, "");
      }
    }
    fields.forEach((name, value) -> told.put(FasitField.named(name).orElseThrow(), value));
    return mapping.toCaseEvent(new FasitEvent(told));
  }
}
