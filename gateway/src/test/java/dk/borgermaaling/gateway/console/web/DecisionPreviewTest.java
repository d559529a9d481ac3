package dk.borgermaaling.gateway.console.web;

import static dk.borgermaaling.gateway.testing.CoreFixture.AARHUS;
import static dk.borgermaaling.gateway.testing.CoreFixture.ODENSE;
import static org.assertj.core.api.Assertions.assertThat;

import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.selection.Replay;
import dk.borgermaaling.gateway.selection.SelectionTable;
import dk.borgermaaling.gateway.selection.jpa.SqlDecisionBook;
import dk.borgermaaling.gateway.selection.jpa.SqlSelectionTables;
import dk.borgermaaling.gateway.survey.SurveyTable;
import dk.borgermaaling.gateway.survey.jpa.SqlSurveyTables;
import dk.borgermaaling.gateway.tables.ChangePreview.Question;
import dk.borgermaaling.gateway.tables.Period;
import dk.borgermaaling.gateway.tables.Preview.Line;
import dk.borgermaaling.gateway.tables.Row;
import dk.borgermaaling.gateway.tables.TableContent;
import dk.borgermaaling.gateway.testing.CoreFixture;
import dk.borgermaaling.gateway.testing.Events;
import dk.borgermaaling.gateway.testing.RecordedNotificationPlan;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DecisionPreviewTest {
  private static final LocalDate START = LocalDate.of(2026, 1, 1);
  private static final LocalDate WEDNESDAY = LocalDate.of(2026, 11, 18);

  private final RecordedNotificationPlan plan = new RecordedNotificationPlan();
  private final CoreFixture core = new CoreFixture(plan);
  private final SqlSurveyTables survey = new SqlSurveyTables(core.database.gateway());
  private final SqlSelectionTables terms = new SqlSelectionTables(core.database.gateway());
  private final DecisionPreview preview =
      new DecisionPreview(
          survey::read,
          terms::read,
          new Replay(
              core.database.transactions(),
              core.events,
              new SqlDecisionBook(core.database.gateway()),
              core.facts),
          core.clock);

  @Test
  void it_is_asked_of_every_table_that_decides_and_of_no_other() {
    for (SurveyTable table : SurveyTable.values()) {
      assertThat(preview.concerns(table.id())).isTrue();
    }
    for (SelectionTable table : SelectionTable.values()) {
      assertThat(preview.concerns(table.id())).isTrue();
    }
    assertThat(preview.concerns("fasit-target-groups")).isFalse();
  }

  @Test
  void other_terms_show_who_would_have_been_asked_or_stopped_and_change_nothing() {
    held(ODENSE, "6701809995", WEDNESDAY.minusDays(20));
    held(ODENSE, "6702809994", WEDNESDAY.minusDays(60));
    held(AARHUS, "6703809993", WEDNESDAY.minusDays(20));
    int planned = plan.planned().size();
    assertThat(of(SelectionTable.TERMS.id(), null, row("0461", "CONTINUOUS", "2")))
        .as("another municipality's terms are none of it")
        .containsExactly(new Line("0461", "For kort i målgruppen", "Inviteret: Dagpenge", 1));
    assertThat(of(SelectionTable.TERMS.id(), null, row("0461", "CONTINUOUS", "20")))
        .containsExactly(new Line("0461", "Inviteret: Dagpenge", "For kort i målgruppen", 1));
    assertThat(plan.planned()).hasSize(planned);
    assertThat(core.database.count("contact.invitation")).isEqualTo(planned);
  }

  @Test
  void terms_of_days_to_come_are_looked_at_as_if_they_had_come() {
    held(ODENSE, "6701809995", WEDNESDAY.minusDays(20));
    LocalDate newYear = LocalDate.of(2027, 1, 1);
    Row later = new Row(row("0461", "CONTINUOUS", "2").cells(), new Period(newYear, null));
    assertThat(of(SelectionTable.TERMS.id(), null, later)).isEmpty();
    assertThat(of(SelectionTable.TERMS.id(), newYear, later)).hasSize(1);
  }

  @Test
  void a_sampling_shows_whom_the_draw_would_have_left_out() {
    for (int i = 0; i < 30; i++) {
      held(ODENSE, "670180%04d".formatted(1000 + i), WEDNESDAY.minusDays(60));
    }
    List<Line> lines = of(SelectionTable.SAMPLING.id(), null, row("0461", "dagpenge", "50", ""));
    assertThat(lines)
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.from()).isEqualTo("Inviteret: Dagpenge");
              assertThat(line.to()).isEqualTo("Ikke udtrukket");
              assertThat(line.count()).isBetween(4L, 26L);
            });
  }

  @Test
  void a_group_that_is_mapped_to_another_is_shown_by_its_name() {
    held(ODENSE, "6701809995", WEDNESDAY.minusDays(60));
    String table = SurveyTable.TARGET_GROUPS.id();
    List<Row> now = survey.editable(SurveyTable.TARGET_GROUPS).rows();
    List<Row> rows = now.stream().filter(row -> !row.cells().get(1).equals("6.1")).toList();
    assertThat(
            preview
                .of(new Question(new TableContent(table, now), new TableContent(table, rows), null))
                .lines())
        .containsExactly(new Line("0461", "Inviteret: Dagpenge", "Ukendt målgruppe", 1));
  }

  @Test
  void where_a_town_asks_in_rounds_it_is_said_that_rounds_are_not_in_it() {
    Line rounds =
        new Line("0461", "målerunder", "ikke med her: regnes ud, når populationen fryses", 0);
    assertThat(of(SelectionTable.TERMS.id(), null, row("0461", "ROUND", "4")))
        .containsExactly(rounds);
    assertThat(of(SelectionTable.TERMS.id(), null, row("0461", "CONTINUOUS", "4"))).isEmpty();
    core.database
        .owner()
        .useHandle(
            handle ->
                handle.execute(
                    "INSERT INTO ops.selection_terms (municipality_code, valid_from, mode)"
                        + " VALUES ('0461', '2026-01-01', 'ROUND')"));
    assertThat(of(SelectionTable.SAMPLING.id(), null, row("0461", "dagpenge", "50", "")))
        .containsExactly(rounds);
    assertThat(of(SelectionTable.SAMPLING.id(), null, row("0751", "dagpenge", "50", ""))).isEmpty();
  }

  private void held(MunicipalityCode town, String cpr, LocalDate groupSince) {
    core.intake.register(List.of(Events.of(town, cpr).group("6.1", groupSince).held(7, WEDNESDAY)));
    core.processOnce();
    // What is decided now is not of the last 30 days yet.
    core.clock.advance(Duration.ofMinutes(1));
  }

  /** As if the table were empty now. */
  private List<Line> of(String table, @Nullable LocalDate broughtForward, Row... wouldBe) {
    return preview
        .of(
            new Question(
                new TableContent(table, List.of()),
                new TableContent(table, List.of(wouldBe)),
                broughtForward))
        .lines();
  }

  /** Of the terms, the first ones; the rest as in the standard terms. */
  private static Row row(String... cells) {
    List<String> all =
        cells.length == 3
            ? List.of(cells[0], cells[1], cells[2], "26", "true", "true", "false")
            : List.of(cells);
    return new Row(all, new Period(START, null));
  }
}
