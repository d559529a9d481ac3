package dk.borgermaaling.gateway.caseevent;

import dk.borgermaaling.gateway.citizen.CitizenId;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
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

  /** Whose event this is. */
  CitizenId citizenOf(EventId eventId);

  /**
   * The citizen, and whomever else other versions of the citizen's entities tell of: a correction
   * may name another. In an order that all nodes share.
   */
  List<CitizenId> sharingEntitiesWith(CitizenId citizen);

  /** All events of a citizen in {@link StoredCaseEvent#IN_ORDER order}, in every municipality. */
  List<StoredCaseEvent> ofCitizen(CitizenId citizen);

  /** Notes that an event has its decision. */
  void markProcessed(MunicipalityCode municipality, UUID eventId, Instant at);

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
