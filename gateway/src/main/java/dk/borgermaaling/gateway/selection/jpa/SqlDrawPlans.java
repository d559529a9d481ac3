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
    return terms
        .samplingOf(municipality, surveyGroup, day)
        .map(sampling -> new Month(municipality, surveyGroup, day.withDayOfMonth(1), sampling))
        .map(
            month ->
                jdbi.withHandle(handle -> find(handle, month).orElseGet(() -> make(handle, month))))
        .orElse(DrawPlan.EVERYBODY);
  }

  @Override
  public DrawPlan wouldBe(
      MunicipalityCode municipality, String surveyGroup, LocalDate day, Sampling sampling) {
    Month month = new Month(municipality, surveyGroup, day.withDayOfMonth(1), sampling);
    return jdbi.withHandle(
        handle ->
            find(handle, month)
                .orElseGet(
                    () ->
                        new DrawPlan(
                            sampling.probability(lastMonth(handle, month)),
                            seed(handle, month)
                                .orElse(municipality + "/" + surveyGroup + "/" + month.first()))));
  }

  private static Optional<DrawPlan> find(Handle handle, Month month) {
    return handle
        .createQuery(
            """
            SELECT probability, seed FROM ops.draw_plan
            WHERE municipality_code = :municipality AND survey_group = :group AND month = :month
              AND sampling = :sampling
            """)
        .bind("municipality", month.municipality().value())
        .bind("group", month.surveyGroup())
        .bind("month", month.first())
        .bind("sampling", month.sampling().id())
        .map((row, context) -> new DrawPlan(row.getDouble("probability"), row.getString("seed")))
        .findOne();
  }

  /** Of the month's other samplings. */
  private static Optional<String> seed(Handle handle, Month month) {
    return handle
        .createQuery(
            """
            SELECT min(seed) FROM ops.draw_plan
            WHERE municipality_code = :municipality AND survey_group = :group AND month = :month
            """)
        .bind("municipality", month.municipality().value())
        .bind("group", month.surveyGroup())
        .bind("month", month.first())
        .mapTo(String.class)
        .findOne();
  }

  private static DrawPlan make(Handle handle, Month month) {
    long expected = lastMonth(handle, month);
    handle
        .createUpdate(
            """
            INSERT INTO ops.draw_plan
              (municipality_code, survey_group, month, sampling, probability, seed, expected)
            VALUES (:municipality, :group, :month, :sampling, :probability, :seed, :expected)
            ON CONFLICT DO NOTHING
            """)
        .bind("municipality", month.municipality().value())
        .bind("group", month.surveyGroup())
        .bind("month", month.first())
        .bind("sampling", month.sampling().id())
        .bind("probability", month.sampling().probability(expected))
        .bind("seed", seed(handle, month).orElseGet(() -> UUID.randomUUID().toString()))
        .bind("expected", expected)
        .execute();
    return find(handle, month)
        .orElseThrow(() -> new IllegalStateException("a draw plan that was stored is gone"));
  }

  /** How many citizens reached the draw in the month before, by the day it happened. */
  private static long lastMonth(Handle handle, Month month) {
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
        .bind("municipality", month.municipality().value())
        .bind("group", month.surveyGroup())
        .bind("from", month.first().minusMonths(1))
        .bind("to", month.first())
        .mapTo(Long.class)
        .one();
  }

  /**
   * A draw.
   *
   * @param first day of the calendar month
   */
  private record Month(
      MunicipalityCode municipality, String surveyGroup, LocalDate first, Sampling sampling) {}
}
