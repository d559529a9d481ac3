package dk.borgermaaling.gateway.reporting.jpa;

import static dk.borgermaaling.gateway.reporting.Coordinates.ALL;
import static dk.borgermaaling.gateway.selection.SamplingMode.CONTINUOUS;
import static dk.borgermaaling.gateway.selection.SamplingMode.ROUND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dk.borgermaaling.gateway.reporting.Coordinates;
import dk.borgermaaling.gateway.reporting.Figures;
import dk.borgermaaling.gateway.reporting.Results;
import dk.borgermaaling.gateway.reporting.ThemeCatalogue.ScoredQuestion;
import dk.borgermaaling.gateway.reporting.Turnout;
import dk.borgermaaling.gateway.selection.SamplingMode;
import dk.borgermaaling.gateway.testing.Database;
import dk.borgermaaling.gateway.testing.SettableRealClock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AnswerRollUpIT {
  private static final List<String> ITEMS = List.of("m1", "m2", "m3", "m4", "g1", "g2", "g3");
  private static final List<ScoredQuestion> QUESTIONS =
      ITEMS.stream()
          .map(item -> new ScoredQuestion("1", item, item.startsWith("m") ? "meeting" : "goals"))
          .toList();
  private final Database database = Database.fresh();
  private final AnswerRollUp rollUp =
      new AnswerRollUp(database.report(), new SettableRealClock("2026-12-14T09:00:00Z"));
  private final SqlResultStore store = new SqlResultStore(database.report());

  @Test
  void cells_equal_an_example_computed_by_hand() {
    // meeting: (5+4+3)/3 = 4; goals: one of three is less than half; all: (5+4+3+2)/4 = 3.5
    answered("0461", "dagpenge", 5, 4, null, 3, 2, null, null);
    // meeting: two of four are half, (5+1)/2 = 3; all: two of seven are less than half
    answered("0461", "dagpenge", 5, null, null, 1, null, null, null);
    // meeting: one of four is less than half; goals: (4+4+1)/3 = 3; all: (2+4+4+1)/4 = 2.75
    answered("0461", "dagpenge", 2, null, null, null, 4, 4, 1);
    run();
    assertCell("0461", "dagpenge", "meeting", 2, 3.5, Math.sqrt(0.5));
    assertCell("0461", "dagpenge", "goals", 1, 3.0, null);
    assertCell("0461", "dagpenge", ALL, 2, 3.125, Math.sqrt(2 * 0.375 * 0.375));
    assertThat(figures("0461", "dagpenge", "meeting").index()).isEqualTo(62.5);
  }

  @Test
  void totals_are_means_over_persons_not_over_groups_or_municipalities() {
    answered("0461", "dagpenge", 5, 5, 5, 5, null, null, null);
    answered("0461", "dagpenge", 5, 5, 5, 5, null, null, null);
    answered("0461", "jobparate", 2, 2, 2, 2, null, null, null);
    answered("0185", "jobparate", 1, 1, 1, 1, null, null, null);
    run();
    assertCell("0461", ALL, "meeting", 3, 4.0, Math.sqrt(3));
    assertCell(ALL, "jobparate", "meeting", 2, 1.5, Math.sqrt(0.5));
    assertCell(ALL, ALL, "meeting", 4, 3.25, Math.sqrt(12.75 / 3));
  }

  @Test
  void counting_again_changes_nothing_and_an_answer_that_is_gone_is_not_counted() {
    answered("0461", "dagpenge", 5, 5, 5, 5, null, null, null);
    answered("0185", "dagpenge", 4, 4, 4, 4, null, null, null);
    run();
    Results first = store.read(CONTINUOUS);
    run();
    assertThat(store.read(CONTINUOUS)).isEqualTo(first);
    database
        .owner()
        .useHandle(h -> h.execute("DELETE FROM answers.response WHERE municipality_code = '0185'"));
    run();
    assertThat(store.read(CONTINUOUS).cells())
        .doesNotContainKey(new Coordinates("0185", ALL, "meeting"));
    assertCell(ALL, ALL, "meeting", 1, 5.0, null);
  }

  @Test
  void a_failure_leaves_the_cells_as_they_were() {
    answered("0461", "dagpenge", 5, 5, 5, 5, null, null, null);
    run();
    assertThatThrownBy(
            () ->
                database
                    .reportTransactions()
                    .runInOne(
                        () -> {
                          rollUp.run(QUESTIONS);
                          throw new IllegalStateException("the node dies");
                        }))
        .hasMessage("the node dies");
    assertCell("0461", "dagpenge", "meeting", 1, 5.0, null);
  }

  @Test
  void responses_are_counted_though_no_theme_can_be_scored() {
    answered("0461", "dagpenge", null, null, null, null, null, null, null);
    run();
    Results results = store.read(CONTINUOUS);
    assertThat(results.cells()).isEmpty();
    assertThat(results.turnout().get(new Coordinates("0461", "dagpenge", ALL)))
        .isEqualTo(new Turnout(0, 1));
    assertThat(results.turnout().get(new Coordinates(ALL, ALL, ALL))).isEqualTo(new Turnout(0, 1));
    assertThat(results.firstWeek()).isEqualTo("2026-W48");
  }

  @Test
  void the_modes_are_counted_apart_and_nothing_is_counted_over_both() {
    answered("0461", "dagpenge", 5, 5, 5, 5, null, null, null);
    answered(ROUND, "0461", "dagpenge", 1, 1, 1, 1, null, null, null);
    answered(ROUND, "0461", "jobparate", 2, 2, 2, 2, null, null, null);
    run();
    assertCell("0461", "dagpenge", "meeting", 1, 5.0, null);
    assertCell(ALL, ALL, "meeting", 1, 5.0, null);
    Results rounds = store.read(ROUND);
    assertThat(rounds.cells().get(new Coordinates(ALL, ALL, "meeting")))
        .isEqualTo(new Figures(2, 1.5, Math.sqrt(0.5)));
    assertThat(rounds.turnout().get(new Coordinates("0461", ALL, ALL)))
        .isEqualTo(new Turnout(0, 2));
    assertThat(store.read(CONTINUOUS).turnout().get(new Coordinates("0461", ALL, ALL)))
        .isEqualTo(new Turnout(0, 1));
    assertThat(List.of(store.read(CONTINUOUS).lastWeek(), rounds.firstWeek()))
        .containsExactly("2026-W48", "2026-W50");
    assertThat(store.modesOf("0461")).containsExactlyInAnyOrder(CONTINUOUS, ROUND);
    assertThat(store.modesOf("0185")).isEmpty();
    assertThat(
            database.texts(
                "SELECT DISTINCT mode FROM report.cell UNION SELECT mode FROM report.response_count"
                    + " UNION SELECT mode FROM report.answer_weeks ORDER BY 1"))
        .containsExactly("CONTINUOUS", "ROUND");
  }

  @Test
  void before_anyone_has_answered_there_is_nothing() {
    run();
    Results results = store.read(CONTINUOUS);
    assertThat(results.cells()).isEmpty();
    assertThat(results.turnout()).isEmpty();
    assertThat(results.countedAt()).isNotNull();
    assertThat(results.firstWeek()).isNull();
  }

  @Test
  void each_database_role_sees_its_own_side_alone() {
    assertRefused(database.gateway(), "SELECT * FROM report.cell");
    assertRefused(database.gateway(), "SELECT * FROM report.response_count");
    assertRefused(database.gateway(), "SELECT * FROM answers.response");
    assertRefused(database.report(), "SELECT * FROM contact.invitation");
    assertRefused(database.report(), "SELECT * FROM answers.comment");
    assertRefused(database.gateway(), "DELETE FROM ops.audit");
    assertRefused(database.gateway(), "UPDATE ops.audit SET actor = 'x'");
  }

  private static void assertRefused(Jdbi jdbi, String sql) {
    assertThatThrownBy(() -> jdbi.useHandle(handle -> handle.execute(sql)))
        .hasStackTraceContaining("permission denied");
  }

  private void run() {
    database.reportTransactions().runInOne(() -> rollUp.run(QUESTIONS));
  }

  private Figures figures(String municipality, String group, String theme) {
    return Objects.requireNonNull(
        store.read(CONTINUOUS).cells().get(new Coordinates(municipality, group, theme)));
  }

  private void assertCell(
      String municipality,
      String group,
      String theme,
      int n,
      double mean,
      @Nullable Double deviation) {
    Figures figures = figures(municipality, group, theme);
    assertThat(figures.n()).isEqualTo(n);
    assertThat(figures.mean()).isCloseTo(mean, within(1e-9));
    if (deviation == null) {
      assertThat(figures.deviation()).isNull();
    } else {
      assertThat(figures.deviation()).isCloseTo(deviation, within(1e-9));
    }
  }

  private void answered(String municipality, String group, @Nullable Integer... scores) {
    answered(CONTINUOUS, municipality, group, scores);
  }

  private void answered(
      SamplingMode mode, String municipality, String group, @Nullable Integer... scores) {
    UUID id = UUID.randomUUID();
    database
        .owner()
        .useHandle(
            handle -> {
              handle.execute(
                  "INSERT INTO answers.response"
                      + " (id, mode, municipality_code, survey_group, questionnaire_version,"
                      + " iso_week) VALUES (?, ?, ?, ?, '1', ?)",
                  id,
                  mode.name(),
                  municipality,
                  group,
                  mode == CONTINUOUS ? "2026-W48" : "2026-W50");
              for (int i = 0; i < scores.length; i++) {
                handle.execute(
                    "INSERT INTO answers.answer_item (response_id, question, score)"
                        + " VALUES (?, ?, ?)",
                    id,
                    ITEMS.get(i),
                    scores[i]);
              }
            });
  }
}
