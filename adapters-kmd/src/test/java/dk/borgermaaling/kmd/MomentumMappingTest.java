package dk.borgermaaling.kmd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dk.borgermaaling.gateway.caseevent.Happening.ConversationForm;
import dk.borgermaaling.gateway.caseevent.TargetGroupCode;
import dk.borgermaaling.gateway.kernel.ProblemException;
import dk.borgermaaling.gateway.kernel.ProblemType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class MomentumMappingTest {
  private static final Codes NO_CODES = new Codes(new FakeMomentum(), "", "");
  private final FakeGateway tables = new FakeGateway();

  @ParameterizedTest
  @CsvSource({
    "2026-08-13T22:00:00Z, 2026-08-14",
    "2026-11-10T23:00:00Z, 2026-11-11",
    "2026-03-28T23:00:00Z, 2026-03-29",
    "2026-03-29T22:00:00Z, 2026-03-30",
    "2026-10-24T22:00:00Z, 2026-10-25",
    "2026-10-25T23:00:00Z, 2026-10-26",
    "2026-11-11T00:00:00Z, 2026-11-11"
  })
  void danish_midnight_in_utc_is_that_danish_day_in_summer_and_winter(String told, LocalDate day) {
    assertThat(MomentumMapping.date("targetGroupStartDate", told)).isEqualTo(day);
  }

  @ParameterizedTest
  @CsvSource({"2026-08-14, 2026-08-13T22:00:00Z", "2026-11-11, 2026-11-10T23:00:00Z"})
  void a_day_begins_at_danish_midnight(LocalDate day, Instant midnight) {
    assertThat(MomentumMapping.midnight(day)).isEqualTo(midnight);
  }

  @ParameterizedTest
  @CsvSource({"6.1, LAB6", "6.13, LAB6", "2.12, LAB2", "KG2/4, KONTAKTGRUPPE", "A3, LAB2027"})
  void a_code_belongs_to_the_one_system_whose_table_knows_it(String code, String system) {
    tables.codesOf2027.add("A3");
    assertThat(group(row(code, "2026-08-13T22:00:00Z")))
        .isEqualTo(new TargetGroupCode(system, code, LocalDate.of(2026, 8, 14)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "INT-KP", "6", "6.", "6.100", "7.1", "06.1", "6.1 ", "6.99", "6.6"})
  void a_code_that_no_system_or_more_than_one_knows_is_never_guessed(String code) {
    tables.unknownCodes.add("6.99");
    tables.codesOf2027.add("6.6");
    assertThatThrownBy(() -> group(row(code, "2026-08-13T22:00:00Z")))
        .asInstanceOf(type(ProblemException.class))
        .extracting(e -> e.problem().type())
        .isEqualTo(ProblemType.UNKNOWN_TARGET_GROUP);
  }

  @Test
  void a_code_that_is_missing_is_named() {
    assertThatThrownBy(() -> group(row(null, "2026-08-13T22:00:00Z")))
        .hasMessage("targetGroupCode must be there");
  }

  @Test
  void an_unknown_code_is_shown_when_it_can_be_nobodys_number() {
    assertThatThrownBy(() -> group(row("INT-KP", "2026-08-13T22:00:00Z")))
        .hasMessageStartingWith("The target group code INT-KP is not in the table of 2026-08-14");
    for (String hidden : List.of("6701809995", "Syg siden maj", "670180-9995")) {
      assertThatThrownBy(() -> group(row(hidden, "2026-08-13T22:00:00Z")))
          .hasMessageStartingWith("The target group code is not in the table of 2026-08-14");
    }
  }

  @Test
  void summers_midnight_in_winter_does_not_say_which_day_is_meant() {
    assertThatThrownBy(() -> MomentumMapping.date("targetGroupStartDate", "2026-11-10T22:00:00Z"))
        .hasMessage("targetGroupStartDate must be UTC of Danish midnight");
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "2026-08-14", "14-08-2026", "2026-08-13T22:00:00"})
  void a_start_that_is_no_utc_time_is_malformed(@Nullable String told) {
    assertThatThrownBy(() -> group(row("6.6", told)))
        .hasMessage("targetGroupStartDate must be a UTC date and time");
  }

  @ParameterizedTest
  @CsvSource({"PERSONLIGT, IN_PERSON", "TELEFON, TELEPHONE", "VIDEO, VIDEO", "BREV, LETTER"})
  void the_form_of_a_conversation_is_translated(String told, ConversationForm form) {
    assertThat(MomentumMapping.conversation(task(1, "7", told), NO_CODES))
        .isEqualTo(
            new ToldConversation(true, Instant.parse("2026-11-23T09:30:00Z"), 7, form, "c-1"));
  }

  @Test
  void a_form_that_is_unknown_is_malformed() {
    assertThatThrownBy(() -> MomentumMapping.conversation(task(1, "7", "STANDBY"), NO_CODES))
        .hasMessageStartingWith("form must be");
  }

  @Test
  void a_conversation_without_a_type_is_malformed() {
    assertThatThrownBy(() -> MomentumMapping.conversation(task(1, null, "TELEFON"), NO_CODES))
        .hasMessageStartingWith("interviewTypeIdentifier must be");
  }

  @Test
  void a_task_of_the_public_shape_has_what_it_lacks_named() {
    TaskRow row =
        new TaskRow("t-1", 1, 1, null, "2026-11-23T09:40:00Z", "c-1", "CITIZEN", null, null);

    assertThatThrownBy(() -> MomentumMapping.conversation(row, NO_CODES))
        .hasMessage("heldAt, interviewTypeIdentifier, form must be there");
  }

  @Test
  void a_conversation_with_a_company_is_none_of_a_citizen() {
    TaskRow row =
        new TaskRow(
            "t-1",
            1,
            1,
            "2026-11-23T09:30:00Z",
            "2026-11-23T09:40:00Z",
            "p",
            "PRODUCTIONUNIT",
            "7",
            "TELEFON");

    assertThatThrownBy(() -> MomentumMapping.conversation(row, NO_CODES))
        .hasMessage("reference.type must be CITIZEN");
  }

  @Test
  void a_cpr_number_may_have_a_hyphen_and_never_shows_in_the_problem() {
    assertThat(MomentumMapping.cpr("670180-9995").value()).isEqualTo("6701809995");
    assertThatThrownBy(() -> MomentumMapping.cpr("6713809995"))
        .hasMessageNotContaining("6713809995");
  }

  private TargetGroupCode group(CitizenRow row) {
    return MomentumMapping.group(row, NO_CODES, tables);
  }

  private static CitizenRow row(@Nullable String code, @Nullable String start) {
    return new CitizenRow("c-1", "6701809995", code, start);
  }

  private static TaskRow task(int state, @Nullable String interviewType, String form) {
    return new TaskRow(
        "t-1",
        1,
        state,
        "2026-11-23T09:30:00Z",
        "2026-11-23T09:40:00Z",
        "c-1",
        "CITIZEN",
        interviewType,
        form);
  }
}
