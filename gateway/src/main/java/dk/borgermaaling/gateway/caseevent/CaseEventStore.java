package dk.borgermaaling.gateway.caseevent;

import dk.borgermaaling.gateway.citizen.CitizenId;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where events are kept; each once. */
public interface CaseEventStore {
  /** Stores what is new by event id and by version; returns the ids that were. */
  Set<EventId> insert(List<NewEvent> events, Instant receivedAt);

  /**
   * Stores a withdrawal that repeats what was told and has happened at {@code at}, business time.
   *
   * @return false when its id or its version is taken
   */
  boolean insertWithdrawal(StoredCaseEvent told, Withdrawal withdrawal, Instant at);

  /** What is stored under these event ids or under these versions of entities. */
  List<Known> known(Collection<CaseEvent> events);

  Optional<StoredCaseEvent> find(EventId eventId);

  /** The stored versions of an entity, the lowest first. */
  List<StoredCaseEvent> versionsOf(
      MunicipalityCode municipality, EventSource source, String entityId);

  /**
   * These citizens, whoever is the same person by another number, and whomever else other versions
   * of their entities tell of: a correction may name another. In an order that all nodes share.
   */
  List<CitizenId> concernedBy(Collection<CitizenId> citizens);

  /**
   * As {@link #concernedBy}, of the entities of events that wait for their decision alone: what has
   * been decided is not touched again, whoever shares it. Changes of a number always count.
   */
  default List<CitizenId> concernedByWaiting(Collection<CitizenId> citizens) {
    return concernedBy(citizens);
  }

  /**
   * All events of these citizens in {@link StoredCaseEvent#IN_ORDER order}, in every municipality.
   */
  List<StoredCaseEvent> ofCitizens(Collection<CitizenId> citizens);

  /** Notes that these events have their decisions. */
  void markProcessed(Collection<StoredCaseEvent> events, Instant at);

  /** At most so many citizens of whom an event waits for its decision, while no task waits. */
  List<CitizenId> waiting(int most);

  /**
   * An event to be stored.
   *
   * @param formerly as in {@link StoredCaseEvent}
   * @param contentHash see {@link ContentHash}
   */
  record NewEvent(
      CaseEvent event, CitizenId citizen, @Nullable CitizenId formerly, ContentHash contentHash) {}

  /** Enough of a stored event to tell a repeat from a contradiction. */
  record Known(EventId id, VersionKey key, ContentHash contentHash) {}
}
