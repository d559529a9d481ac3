package dk.borgermaaling.gateway.selection;

import static dk.borgermaaling.gateway.testing.CoreFixture.AARHUS;
import static dk.borgermaaling.gateway.testing.CoreFixture.ODENSE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.borgermaaling.gateway.selection.jpa.SqlSelectionTables;
import dk.borgermaaling.gateway.survey.SurveyGroup;
import dk.borgermaaling.gateway.tables.EditableTable;
import dk.borgermaaling.gateway.tables.Period;
import dk.borgermaaling.gateway.tables.Row;
import dk.borgermaaling.gateway.tables.TableContent;
import dk.borgermaaling.gateway.tables.TableDiff;
import dk.borgermaaling.gateway.testing.CoreFixture;
import dk.borgermaaling.gateway.testing.RecordedNotificationPlan;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.junit.jupiter.api.Test;

class SelectionTablesTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
  private static final Period FROM_NOW = new Period(DAY, null);

  private final CoreFixture core = new CoreFixture(new RecordedNotificationPlan());
  private final SqlSelectionTables tables = new SqlSelectionTables(core.database.gateway());
  private final EditableTable terms = editable(SelectionTable.TERMS);
  private final EditableTable sampling = editable(SelectionTable.SAMPLING);

  @Test
  void what_is_written_in_the_console_is_what_selection_goes_by() {
    apply(terms, row("0461", "ROUND", "8", "52", "false", "true", "false"));
    apply(sampling, row("0461", "dagpenge", "25", ""), row("0461", "sygedagpenge", "", "300"));
    core.terms.refresh();
    assertThat(core.terms.of(ODENSE, DAY))
        .isEqualTo(new SelectionTerms(SamplingMode.ROUND, 8, 52, false, true, false));
    assertThat(core.terms.of(ODENSE, DAY.minusDays(1))).isEqualTo(SelectionTerms.STANDARD);
    assertThat(core.terms.of(AARHUS, DAY)).isEqualTo(SelectionTerms.STANDARD);
    assertThat(core.terms.samplingOf(ODENSE, "dagpenge", DAY)).contains(new Sampling.Share(0.25));
    assertThat(core.terms.samplingOf(ODENSE, "sygedagpenge", DAY))
        .contains(new Sampling.Target(300));
    assertThat(core.terms.samplingOf(ODENSE, "jobparate", DAY)).isEmpty();
    assertThat(terms.rows())
        .containsExactly(row("0461", "ROUND", "8", "52", "false", "true", "false"));
  }

  @Test
  void a_sampling_is_a_share_or_a_number_and_never_both_or_none() {
    assertThat(sampling.problemsOf(List.of(row("0461", "dagpenge", "25", "")))).isEmpty();
    assertThat(sampling.problemsOf(List.of(row("0461", "dagpenge", "25", "3")))).hasSize(1);
    assertThat(sampling.problemsOf(List.of(row("0461", "dagpenge", "", "")))).hasSize(1);
    assertThatThrownBy(() -> apply(sampling, row("0461", "dagpenge", "25", "3")))
        .isInstanceOf(UnableToExecuteStatementException.class);
  }

  @Test
  void two_rows_of_a_municipality_never_hold_on_one_day() {
    apply(terms, row("0461", "ROUND", "8", "52", "false", "true", "false"));
    Row second =
        new Row(
            List.of("0461", "CONTINUOUS", "4", "26", "true", "true", "true"),
            new Period(DAY.plusDays(5), null));
    assertThatThrownBy(() -> apply(terms, second))
        .isInstanceOf(UnableToExecuteStatementException.class);
  }

  @Test
  void terms_that_would_be_are_asked_without_being_stored() {
    TermsTables wouldBe =
        tables
            .read()
            .with(
                new TableContent(
                    "selection-terms",
                    List.of(row("0461", "CONTINUOUS", "2", "26", "true", "true", "true"))));
    assertThat(wouldBe.of(ODENSE, DAY).paused()).isTrue();
    assertThat(wouldBe.of(ODENSE, DAY.minusYears(1)).paused()).isFalse();
    assertThat(wouldBe.always(DAY).of(ODENSE, DAY.minusYears(1)).paused()).isTrue();
    assertThat(terms.rows()).isEmpty();
  }

  private EditableTable editable(SelectionTable table) {
    return tables.editable(table, () -> List.of(new SurveyGroup("dagpenge", "Dagpenge")));
  }

  private void apply(EditableTable table, Row... added) {
    core.database
        .transactions()
        .runInOne(() -> table.apply(new TableDiff(List.of(), List.of(added))));
  }

  private static Row row(String... cells) {
    return new Row(List.of(cells), FROM_NOW);
  }
}
