package dk.borgermaaling.gateway.selection.jpa;

import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.selection.DrawPlan;
import dk.borgermaaling.gateway.selection.DrawPlans;
import dk.borgermaaling.gateway.selection.Sampling;
import dk.borgermaaling.gateway.selection.TermsTable;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The plans in {@code ops.draw_plan}. Two nodes that make one at once end with the same. */
public final class SqlDrawPlans implements DrawPlans {
  private final Jdbi jdbi;
  private final TermsTable terms;

  public SqlDrawPlans(Jdbi jdbi, TermsTable terms) {
    this.jdbi = jdbi;
    this.terms = terms;
  }

  @Override
  public DrawPlan of(MunicipalityCode municipality, String surveyGroup, LocalDate day) {
    Optional<Sampling> sampling = terms.samplingOf(municipality, surveyGroup, day);
    if (sampling.isEmpty()) {
      return DrawPlan.EVERYBODY;
    }
    LocalDate month = day.withDayOfMonth(1);
    return jdbi.withHandle(
        handle ->
            find(handle, municipality, surveyGroup, month)
                .orElseGet(
                    () -> make(handle, municipality, surveyGroup, month, sampling.orElseThrow())));
  }

  @Override
  public DrawPlan wouldBe(
      MunicipalityCode municipality, String surveyGroup, LocalDate day, Sampling sampling) {
    LocalDate month = day.withDayOfMonth(1);
    return jdbi.withHandle(
        handle ->
            new DrawPlan(
                sampling.probability(lastMonth(handle, municipality, surveyGroup, month)),
                find(handle, municipality, surveyGroup, month)
                    .map(DrawPlan::seed)
                    .orElse(municipality + "/" + surveyGroup + "/" + month)));
  }

  private static Optional<DrawPlan> find(
      Handle handle, MunicipalityCode municipality, String surveyGroup, LocalDate month) {
    return handle
        .createQuery(
            """
            SELECT probability, seed FROM ops.draw_plan
            WHERE municipality_code = :municipality AND survey_group = :group AND month = :month
            """)
        .bind("municipality", municipality.value())
        .bind("group", surveyGroup)
        .bind("month", month)
        .map((row, context) -> new DrawPlan(row.getDouble("probability"), row.getString("seed")))
        .findOne();
  }

  private static DrawPlan make(
      Handle handle,
      MunicipalityCode municipality,
      String surveyGroup,
      LocalDate month,
      Sampling sampling) {
    long expected = lastMonth(handle, municipality, surveyGroup, month);
    handle
        .createUpdate(
            """
            INSERT INTO ops.draw_plan
              (municipality_code, survey_group, month, probability, seed, expected)
            VALUES (:municipality, :group, :month, :probability, :seed, :expected)
            ON CONFLICT DO NOTHING
            """)
        .bind("municipality", municipality.value())
        .bind("group", surveyGroup)
        .bind("month", month)
        .bind("probability", sampling.probability(expected))
        .bind("seed", UUID.randomUUID().toString())
        .bind("expected", expected)
        .execute();
    return find(handle, municipality, surveyGroup, month)
        .orElseThrow(() -> new IllegalStateException("a draw plan that was stored is gone"));
  }

  /** How many citizens reached the draw in the month before, by the day it happened. */
  private static long lastMonth(
      Handle handle, MunicipalityCode municipality, String surveyGroup, LocalDate month) {
    return handle
        .createQuery(
            """
            SELECT count(DISTINCT e.citizen_id)
            FROM intake.decision d
            JOIN intake.case_event e USING (municipality_code, event_id)
            WHERE d.municipality_code = :municipality AND d.survey_group = :group
              AND d.inclusion_probability IS NOT NULL
              AND e.happened_on >= :from AND e.happened_on < :to
            """)
        .bind("municipality", municipality.value())
        .bind("group", surveyGroup)
        .bind("from", month.minusMonths(1))
        .bind("to", month)
        .mapTo(Long.class)
        .one();
  }
}
