package dk.borgermaaling.gateway.enquiry;

import dk.borgermaaling.gateway.kernel.MunicipalityCode;

/** The figures of one municipality, after suppression. */
public final class SurveyFigures {
  /** What the dashboard of this municipality shows now, all groups and each. */
  public MunicipalityFigures of(MunicipalityCode municipality) {
    throw new UnsupportedOperationException(municipality.value());
  }
}
