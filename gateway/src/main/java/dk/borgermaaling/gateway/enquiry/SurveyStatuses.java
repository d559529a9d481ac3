package dk.borgermaaling.gateway.enquiry;

import dk.borgermaaling.gateway.caseevent.EventSource;
import dk.borgermaaling.gateway.enquiry.FirstMessages.FirstMessage;
import dk.borgermaaling.gateway.kernel.BusinessClock;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.kernel.Problem;
import dk.borgermaaling.gateway.kernel.ProblemException;
import dk.borgermaaling.gateway.kernel.ProblemType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Tells a caller how far the invitation of a case is, and nothing that depends on an answer. */
public final class SurveyStatuses {
  static final Problem NOT_FOUND =
      new Problem.Plain(ProblemType.NOT_FOUND, "The municipality has no survey about such a case");

  private final FirstMessages messages;
  private final BusinessClock clock;

  public SurveyStatuses(FirstMessages messages, BusinessClock clock) {
    this.messages = messages;
    this.clock = clock;
  }

  /**
   * The state of the invitation that the case led to; when a correction has led to another, of the
   * later one that is not withdrawn.
   *
   * @param entityId the conversation or course, as the sender of the event gave it
   * @throws ProblemException {@code NOT_FOUND}, the same for a case that led to no invitation, of
   *     another source or of another municipality, and for one that nobody has told of
   */
  public SurveyStatus of(MunicipalityCode caller, EventSource source, String entityId) {
    List<FirstMessage> found = messages.of(caller, source, entityId);
    if (found.isEmpty()) {
      throw new ProblemException(NOT_FOUND);
    }
    Instant now = clock.now();
    return found.stream()
        .map(message -> status(message, now))
        .filter(status -> status.state() != SurveyState.WITHDRAWN)
        .reduce((earlier, later) -> later)
        .orElse(new SurveyStatus(SurveyState.WITHDRAWN, null));
  }

  private static SurveyStatus status(FirstMessage message, Instant now) {
    SurveyState state = message.withdrawn() ? SurveyState.WITHDRAWN : stateOf(message);
    if (state == SurveyState.WITHDRAWN) {
      return new SurveyStatus(state, null);
    }
    return new SurveyStatus(
        now.isBefore(message.closesAt()) ? state : SurveyState.CLOSED,
        LocalDate.ofInstant(message.closesAt(), BusinessClock.DENMARK));
  }

  /**
   * A first message that was not needed is told as a withdrawn one, as on the console: the
   * difference would tell that the citizen has answered.
   */
  private static SurveyState stateOf(FirstMessage message) {
    return switch (message.state()) {
      case PLANNED, CLAIMED, SENDING -> SurveyState.PLANNED;
      case UNKNOWN, ACCEPTED -> SurveyState.SENT;
      case DELIVERED -> SurveyState.DELIVERED;
      case FAILED, EXPIRED -> SurveyState.FAILED;
      case WITHDRAWN, NOT_NEEDED -> SurveyState.WITHDRAWN;
    };
  }
}
