package dk.borgermaaling.gateway.invitation;

import dk.borgermaaling.gateway.caseevent.EventSource;
import dk.borgermaaling.gateway.citizen.CitizenId;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.selection.PastInvitation;
import dk.borgermaaling.gateway.selection.SamplingMode;
import dk.borgermaaling.gateway.selection.TakenBack;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One citizen asked to fill in one questionnaire. Business time.
 *
 * @param eventId the event that led to it, with its source and the conversation or course that it
 *     was about; an event leads to one invitation at most. Absent when a round did
 * @param round the round that drew the citizen; absent when an event led to it
 * @param closesAt first instant at which it cannot be answered any more
 * @param stopped nothing more leaves, though the first message had
 * @param takenBack why it was taken back; absent when it was not, or before that was kept
 * @param answered has no time, and is asked for by the sending code and the holder of the link
 *     alone
 */
public record Invitation(
    InvitationId id,
    MunicipalityCode municipality,
    CitizenId citizen,
    String surveyGroup,
    @Nullable UUID eventId,
    @Nullable EventSource source,
    @Nullable String entityId,
    @Nullable UUID round,
    Instant plannedFirst,
    Instant closesAt,
    State state,
    boolean stopped,
    @Nullable TakenBack takenBack,
    boolean answered) {

  /** Closed is no state: it follows from the clock. */
  public enum State {
    /** Nothing has left. */
    PLANNED,
    /** The first message has left, or may have. */
    OPEN,
    /** Taken back before anything had left; as if it had never been. */
    WITHDRAWN
  }

  PastInvitation past() {
    return new PastInvitation(
        id.value(), citizen, municipality, source, entityId, plannedFirst, closesAt);
  }

  /** Which way of asking it belongs to. */
  public SamplingMode mode() {
    return round == null ? SamplingMode.CONTINUOUS : SamplingMode.ROUND;
  }

  public boolean isClosed(Instant now) {
    return !now.isBefore(closesAt);
  }

  public boolean isWithdrawn() {
    return state == State.WITHDRAWN;
  }

  public boolean canBeAnswered(Instant now) {
    return !answered && !isWithdrawn() && !isClosed(now);
  }

  Invitation letGo() {
    return state == State.PLANNED ? with(State.OPEN, stopped, takenBack, answered) : this;
  }

  /** The first message has not left after all; what was taken back meanwhile is withdrawn. */
  Invitation keptBack() {
    return with(stopped ? State.WITHDRAWN : State.PLANNED, stopped, takenBack, answered);
  }

  /** Before the first message left it is withdrawn; afterwards it only stops. */
  Invitation takenBack(TakenBack why) {
    return with(state == State.PLANNED ? State.WITHDRAWN : state, true, why, answered);
  }

  Invitation markedAnswered() {
    return with(state, stopped, takenBack, true);
  }

  private Invitation with(
      State newState, boolean newStopped, @Nullable TakenBack newTakenBack, boolean newAnswered) {
    return new Invitation(
        id,
        municipality,
        citizen,
        surveyGroup,
        eventId,
        source,
        entityId,
        round,
        plannedFirst,
        closesAt,
        newState,
        newStopped,
        newTakenBack,
        newAnswered);
  }
}
