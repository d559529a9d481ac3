package dk.borgermaaling.gateway.selection;

import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import java.time.LocalDate;

/** The draws of the months. A plan is made when it is first asked for and never changes then. */
public interface DrawPlans {
  /**
   * The plan of the calendar month of this day; {@link DrawPlan#EVERYBODY} where nothing is drawn.
   * Joins the open transaction.
   */
  DrawPlan of(MunicipalityCode municipality, String surveyGroup, LocalDate day);

  /**
   * The plan that the month would have had by this sampling, drawn with the seed of the real one,
   * or always the same one where there is none. Stores nothing.
   */
  DrawPlan wouldBe(
      MunicipalityCode municipality, String surveyGroup, LocalDate day, Sampling sampling);
}
