package dk.borgermaaling.gateway.invitation;

import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.selection.SamplingMode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** By which rules plans are made; effective-dated. */
public interface PlanTable {
  /**
   * The rules of a plan.
   *
   * @param surveyGroup null when it is not known: the rules of all groups
   * @param on Danish civil date
   */
  PlanRules of(
      MunicipalityCode municipality, @Nullable String surveyGroup, SamplingMode mode, LocalDate on);

  /** The same for everybody, always. */
  static PlanTable always(PlanRules rules) {
    return (municipality, surveyGroup, mode, on) -> rules;
  }
}
