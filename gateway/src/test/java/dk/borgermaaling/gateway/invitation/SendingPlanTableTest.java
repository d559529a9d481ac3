package dk.borgermaaling.gateway.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.selection.SamplingMode;
import dk.borgermaaling.gateway.tables.Column;
import dk.borgermaaling.gateway.tables.Period;
import dk.borgermaaling.gateway.tables.Row;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SendingPlanTableTest {
  private static final LocalDate DAY = LocalDate.of(2026, 12, 1);
  private static final MunicipalityCode ODENSE = new MunicipalityCode("0461");
  private static final PlanRules STANDARD =
      PlanRules.of(new PlanSettings(Duration.ofDays(2), Duration.ofDays(10), Duration.ofDays(28)));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0461 | DIGITAL_POST | 10 | 28 | ",
        "0461 | DIGITAL_POST,LETTER | 10; 17 nemsms; 21 digital post>brev kl 9-12 | 28 | ",
        "0461 | DIGITAL_POST | '' | 28 | ",
        "0461 | NEMSMS | 10 | 28 | første besked kan ikke gå som NemSMS",
        "0461 | NEMSMS,DIGITAL_POST | 10 | 28 | første besked kan ikke gå som NemSMS",
        "0461 | DIGITAL_POST | 10; 28 | 28 | før den dag, planen lukker",
        "0461 | DIGITAL_POST | 20; 10 | 28 | skal stå i orden",
        "0461 | DIGITAL_POST | 10; 10 | 28 | skal stå i orden",
        "0461 | DIGITAL_POST | 0 | 28 | skal stå i orden",
        "0461 | DIGITAL_POST | 1;2;3;4;5;6;7;8;9;10 | 28 | højst være 9",
        "0461 | DIGITAL_POST | 10 kl 12-9 | 28 | begynde, før det slutter",
        "0461 | DIGITAL_POST | 10 brev>brev | 28 | kun stå én gang",
        "0461 | DIGITAL_POST | 10 | 366 | højst 365 dage",
        "0751 | DIGITAL_POST,LETTER | 10 | 28 | ingen aftale om breve",
        "0751 | DIGITAL_POST | 10 brev | 28 | ingen aftale om breve",
        "* | LETTER | 10 | 28 | ikke alle kommuner",
        "* | DIGITAL_POST,LETTER | 10 | 28 | "
      })
  void a_plan_that_cannot_be_kept_is_named(
      String municipality, String first, String reminders, String close, @Nullable String problem) {
    Row row = row(municipality, "*", "*", first, reminders, close);
    List<Column> columns = SendingPlanTable.columns(List.of());
    for (int i = 0; i < columns.size(); i++) {
      assertThat(columns.get(i).problemOf(row.cells().get(i))).isEmpty();
    }
    List<String> problems =
        SendingPlanTable.problemsOf(List.of(row), (code, on) -> code.equals(ODENSE));
    if (problem == null) {
      assertThat(problems).isEmpty();
    } else {
      assertThat(problems).singleElement().asString().contains(problem);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "4|54321",
        "4|8",
        "4|''",
        "8|ti",
        "8|10 fax",
        "8|10,17",
        "8|10 kl 9",
        "5|25",
        "3|-1"
      })
  void a_cell_of_another_form_is_refused(int column, String cell) {
    assertThat(SendingPlanTable.columns(List.of()).get(column).problemOf(cell)).isPresent();
  }

  @Test
  void the_row_that_names_most_wins_and_without_one_the_settings_hold() {
    List<Row> rows =
        List.of(
            row("*", "*", "*", "DIGITAL_POST", "1", "28"),
            row("*", "*", "ROUND", "DIGITAL_POST", "2", "28"),
            row("*", "dagpenge", "*", "DIGITAL_POST", "3", "28"),
            row("0461", "*", "*", "DIGITAL_POST", "4", "28"),
            row("0461", "dagpenge", "ROUND", "DIGITAL_POST", "5", "28"));
    PlanRows plans = new PlanRows(rows, STANDARD);
    assertThat(reminder(plans, "0751", null, SamplingMode.CONTINUOUS)).isEqualTo("P1D");
    assertThat(reminder(plans, "0751", null, SamplingMode.ROUND)).isEqualTo("P2D");
    assertThat(reminder(plans, "0751", "dagpenge", SamplingMode.ROUND)).isEqualTo("P3D");
    assertThat(reminder(plans, "0461", "dagpenge", SamplingMode.CONTINUOUS)).isEqualTo("P4D");
    assertThat(reminder(plans, "0461", "dagpenge", SamplingMode.ROUND)).isEqualTo("P5D");
    assertThat(plans.of(ODENSE, null, SamplingMode.ROUND, DAY.minusDays(1))).isSameAs(STANDARD);
    assertThat(new PlanRows(List.of(), STANDARD).of(ODENSE, null, SamplingMode.ROUND, DAY))
        .isSameAs(STANDARD);
  }

  @Test
  void a_row_says_channels_and_hours_of_each_step() {
    PlanRules rules =
        SendingPlanTable.rules(
            row("0461", "*", "*", "DIGITAL_POST,LETTER", "7;14 nemsms;21 brev kl 10-12", "35")
                .cells());
    assertThat(
            rules.steps().stream()
                .map(
                    step ->
                        step.step()
                            + " "
                            + step.after()
                            + " "
                            + step.window()
                            + " "
                            + Channels.text(step.channels())))
        .containsExactly(
            "first P0D 12345 9-15 DIGITAL_POST,LETTER",
            "reminder-1 P7D 12345 9-15 DIGITAL_POST",
            "reminder-2 P14D 12345 9-15 NEMSMS",
            "reminder-3 P21D 12345 10-12 LETTER");
    assertThat(rules.closeAfter()).hasToString("P35D");
  }

  @Test
  void every_order_of_channels_can_be_chosen_and_read_back() {
    assertThat(Channels.choices()).hasSize(15).doesNotHaveDuplicates();
    assertThat(Channels.choices())
        .allMatch(choice -> Channels.read(Channels.text(choice)).equals(Optional.of(choice)));
    assertThat(Channels.read("FAX")).isEmpty();
    assertThat(Channels.shown(List.of(Channel.DIGITAL_POST, Channel.LETTER)))
        .isEqualTo("Digital Post, ellers brev");
  }

  private static String reminder(
      PlanRows plans, String municipality, @Nullable String group, SamplingMode mode) {
    return plans
        .of(new MunicipalityCode(municipality), group, mode, DAY)
        .steps()
        .get(1)
        .after()
        .toString();
  }

  static Row row(
      String municipality,
      String group,
      String mode,
      String first,
      String reminders,
      String close) {
    return new Row(
        List.of(municipality, group, mode, "48", "12345", "9", "15", first, reminders, close),
        new Period(DAY, null));
  }
}
