package dk.borgermaaling.gateway.selection;

import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import java.time.LocalDate;

/**
 * The draws of the months, one for each sampling of a month. A plan is made when it is first asked
 * for and never changes then; those of one month have one seed.
 */
public interface DrawPlans {
  /**
   * The plan of the calendar month by the sampling of this day; {@link DrawPlan#EVERYBODY} where
   * nothing is drawn. Joins the open transaction.
   */
  DrawPlan of(MunicipalityCode municipality, String surveyGroup, LocalDate day);

  /**
   * The plan that the month has by this sampling, or would have had: drawn with the seed of the
   * month, or always the same one where there is none. Stores nothing.
   */
  DrawPlan wouldBe(
      MunicipalityCode municipality, String surveyGroup, LocalDate day, Sampling sampling);
}
