package dk.borgermaaling.gateway.caseevent;

import dk.borgermaaling.gateway.caseevent.EventOutcomes.Outcome;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.kernel.Problem;
import dk.borgermaaling.gateway.kernel.ProblemException;
import dk.borgermaaling.gateway.kernel.ProblemType;
import dk.borgermaaling.gateway.kernel.Transactions;
import java.util.List;
import java.util.UUID;

/**
 * Tells a sender what has become of its event. What was rejected was answered so at once and is not
 * stored; what was set aside is no event until its dead letter has become one. Both are asked for
 * in vain here.
 */
public final class CaseEventStatus {
  static final Problem NOT_FOUND =
      new Problem.Plain(ProblemType.NOT_FOUND, "The municipality has no such event");

  private final Transactions transactions;
  private final CaseEventStore store;
  private final EventOutcomes outcomes;

  public CaseEventStatus(Transactions transactions, CaseEventStore store, EventOutcomes outcomes) {
    this.transactions = transactions;
    this.store = store;
    this.outcomes = outcomes;
  }

  /**
   * The state of an event of the caller's municipality.
   *
   * @throws ProblemException {@code NOT_FOUND}, the same for an event that is not stored, of
   *     another source or of another municipality
   */
  public EventState stateOf(MunicipalityCode caller, EventSource source, UUID eventId) {
    return transactions.inOne(() -> stateOf(source, new EventId(caller, eventId)));
  }

  private EventState stateOf(EventSource source, EventId id) {
    StoredCaseEvent event =
        store
            .find(id)
            .filter(found -> found.source() == source)
            .orElseThrow(() -> new ProblemException(NOT_FOUND));
    List<StoredCaseEvent> versions =
        store.versionsOf(event.municipality(), event.source(), event.entityId());
    StoredCaseEvent last = versions.get(versions.size() - 1);
    if (last.withdrawn()) {
      return EventState.WITHDRAWN;
    }
    if (last.version() > event.version()) {
      return EventState.SUPERSEDED;
    }
    return outcomes.of(id).map(CaseEventStatus::state).orElse(EventState.RECEIVED);
  }

  private static EventState state(Outcome outcome) {
    return switch (outcome) {
      case INVITED -> EventState.INVITED;
      case NOT_DRAWN -> EventState.NOT_DRAWN;
    };
  }
}
