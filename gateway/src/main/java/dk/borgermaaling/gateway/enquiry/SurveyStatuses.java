package dk.borgermaaling.gateway.enquiry;

import dk.borgermaaling.gateway.caseevent.EventSource;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.kernel.ProblemException;

/** Tells a caller how far the invitation of a case is, and nothing that depends on an answer. */
public final class SurveyStatuses {
  /**
   * The state of the invitation that the case led to.
   *
   * @param entityId the conversation or course, as the sender of the event gave it
   * @throws ProblemException {@code NOT_FOUND}, the same for a case that led to no invitation, of
   *     another source or of another municipality, and for one that nobody has told of
   */
  public SurveyStatus of(MunicipalityCode caller, EventSource source, String entityId) {
    throw new UnsupportedOperationException(caller + " " + source + " " + entityId);
  }
}
