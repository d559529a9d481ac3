package dk.borgermaaling.gateway.invitation.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.borgermaaling.gateway.invitation.PlanRules;
import dk.borgermaaling.gateway.invitation.PlanSettings;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.selection.SamplingMode;
import dk.borgermaaling.gateway.tables.EditableTable;
import dk.borgermaaling.gateway.tables.Period;
import dk.borgermaaling.gateway.tables.Row;
import dk.borgermaaling.gateway.tables.TableDiff;
import dk.borgermaaling.gateway.testing.Database;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class SqlPlansTest {
  private static final LocalDate DAY = LocalDate.of(2026, 12, 1);
  private static final MunicipalityCode ODENSE = new MunicipalityCode("0461");
  private final Database database = Database.fresh();
  private final PlanRules standard =
      PlanRules.of(new PlanSettings(Duration.ofDays(2), Duration.ofDays(10), Duration.ofDays(28)));
  private final SqlPlans plans = new SqlPlans(database.gateway(), standard);
  private final EditableTable table = plans.editable(List::of, (municipality, on) -> false);

  @Test
  void an_empty_table_is_the_settings_and_a_row_holds_from_its_day() {
    plans.refresh();
    assertThat(rules(DAY)).isSameAs(standard);

    Row row = row("0461", "7; 14 nemsms kl 10-12", DAY);
    apply(new TableDiff(List.of(), List.of(row)));
    assertThat(table.rows()).containsExactly(row);
    plans.refresh();
    assertThat(rules(DAY.minusDays(1))).isSameAs(standard);
    assertThat(rules(DAY).steps()).hasSize(3);

    apply(new TableDiff(List.of(row), List.of()));
    plans.refresh();
    assertThat(rules(DAY)).isSameAs(standard);
  }

  @Test
  void two_rows_of_one_key_never_hold_on_one_day() {
    apply(new TableDiff(List.of(), List.of(row("*", "10", DAY))));
    assertThatThrownBy(
            () -> apply(new TableDiff(List.of(), List.of(row("*", "12", DAY.plusDays(9))))))
        .hasMessageContaining("sending_plan_apart");
  }

  @Test
  void an_arm_of_a_trial_is_not_everybodys_plan() {
    apply(new TableDiff(List.of(), List.of(row("*", "10", DAY))));
    database
        .owner()
        .useHandle(
            handle ->
                handle.execute(
                    "INSERT INTO ops.sending_plan SELECT municipality_code, survey_group, mode, 'b',"
                        + " wait_hours, weekdays, opens, closes, first_channels, reminders,"
                        + " close_days, valid_from, valid_to FROM ops.sending_plan"));
    assertThat(table.rows()).hasSize(1);
  }

  private void apply(TableDiff diff) {
    database.transactions().runInOne(() -> table.apply(diff));
  }

  private PlanRules rules(LocalDate on) {
    return plans.of(ODENSE, "dagpenge", SamplingMode.CONTINUOUS, on);
  }

  private static Row row(String municipality, String reminders, LocalDate from) {
    return new Row(
        List.of(municipality, "*", "*", "24", "12345", "8", "18", "DIGITAL_POST", reminders, "28"),
        new Period(from, null));
  }
}
