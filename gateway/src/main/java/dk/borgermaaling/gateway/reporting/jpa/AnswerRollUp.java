package dk.borgermaaling.gateway.reporting.jpa;

import dk.borgermaaling.gateway.reporting.ThemeCatalogue.ScoredQuestion;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Counts all answers into cells, from the beginning every time: running it again changes nothing.
 * Works in the open transaction, as the report role, one run at a time over all nodes.
 *
 * <p>The two modes of asking are counted apart, and nothing is counted over both (docs/adr/0024).
 *
 * <p>A person's score of a theme is the mean of the items answered 1 to 5, if at least half of the
 * theme's items are; a cell is the mean over persons. The formulas are in docs/reporting.md.
 */
public final class AnswerRollUp {
  /** Any number that no other lock of the database uses: "report" on a telephone's keys. */
  private static final long LOCK = 737678;

  private static final String FILL_CELLS =
      """
      WITH question_theme AS (
        SELECT * FROM unnest(CAST(:versions AS text[]), CAST(:questions AS text[]), CAST(:themes AS text[]))
          AS known (version, question, theme)
      ), theme_size AS (
        SELECT version, CASE GROUPING(theme) WHEN 1 THEN 'ALL' ELSE theme END AS theme, count(*) AS items
        FROM question_theme GROUP BY GROUPING SETS ((version, theme), (version))
      ), person AS (
        SELECT r.mode, r.municipality_code, r.survey_group, r.questionnaire_version AS version,
               CASE GROUPING(q.theme) WHEN 1 THEN 'ALL' ELSE q.theme END AS theme,
               count(*) AS answered, avg(i.score) AS score
        FROM answers.response r
        JOIN answers.answer_item i ON i.response_id = r.id AND i.score BETWEEN 1 AND 5
        JOIN question_theme q ON q.version = r.questionnaire_version AND q.question = i.question
        GROUP BY GROUPING SETS (
          (r.id, r.mode, r.municipality_code, r.survey_group, r.questionnaire_version, q.theme),
          (r.id, r.mode, r.municipality_code, r.survey_group, r.questionnaire_version))
      ), scored AS (
        SELECT person.mode, person.municipality_code, person.survey_group, person.theme, person.score
        FROM person JOIN theme_size USING (version, theme)
        WHERE 2 * person.answered >= theme_size.items
      )
      INSERT INTO report.cell (mode, municipality_code, survey_group, theme, n, mean, deviation)
      SELECT mode,
             CASE GROUPING(municipality_code) WHEN 1 THEN 'ALL' ELSE municipality_code END,
             CASE GROUPING(survey_group) WHEN 1 THEN 'ALL' ELSE survey_group END,
             theme, count(*), avg(score), stddev_samp(score)
      FROM scored
      GROUP BY GROUPING SETS (
        (mode, municipality_code, survey_group, theme), (mode, municipality_code, theme),
        (mode, survey_group, theme), (mode, theme))
      """;

  private final Jdbi report;
  private final Clock clock;

  public AnswerRollUp(Jdbi report, Clock realClock) {
    this.report = report;
    this.clock = realClock;
  }

  /** The versions of the questionnaire that there are answers to. */
  public List<String> answeredVersions() {
    return report.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT DISTINCT questionnaire_version FROM answers.response ORDER BY 1")
                .mapTo(String.class)
                .list());
  }

  /**
   * Counts.
   *
   * @param questions those of every answered version; an answer to any other is not counted
   */
  public void run(List<ScoredQuestion> questions) {
    report.useHandle(
        handle -> {
          handle.execute("SELECT pg_advisory_xact_lock(?)", LOCK);
          handle.execute("DELETE FROM report.cell");
          fillCells(handle, questions);
          handle.execute("DELETE FROM report.response_count");
          handle.execute(
              "INSERT INTO report.response_count (mode, municipality_code, survey_group, responses)"
                  + " SELECT mode, municipality_code, survey_group, count(*) FROM answers.response"
                  + " GROUP BY mode, municipality_code, survey_group");
          handle.execute("DELETE FROM report.answer_weeks");
          handle.execute(
              "INSERT INTO report.answer_weeks (mode, first_week, last_week)"
                  + " SELECT mode, min(iso_week), max(iso_week) FROM answers.response GROUP BY mode");
          handle
              .createUpdate(
                  "INSERT INTO report.count_run (counted_at) VALUES (:now)"
                      + " ON CONFLICT (only_row) DO UPDATE SET counted_at = excluded.counted_at")
              .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
              .execute();
        });
  }

  private static void fillCells(Handle handle, List<ScoredQuestion> questions) {
    handle
        .createUpdate(FILL_CELLS)
        .bind("versions", column(questions, ScoredQuestion::version))
        .bind("questions", column(questions, ScoredQuestion::question))
        .bind("themes", column(questions, ScoredQuestion::theme))
        .execute();
  }

  private static String[] column(
      List<ScoredQuestion> questions, Function<ScoredQuestion, String> field) {
    return questions.stream().map(field).toArray(String[]::new);
  }
}
