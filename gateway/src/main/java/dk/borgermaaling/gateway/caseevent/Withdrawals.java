package dk.borgermaaling.gateway.caseevent;

import dk.borgermaaling.gateway.caseevent.ParkedLetters.Entity;
import dk.borgermaaling.gateway.kernel.BusinessClock;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.kernel.Problem;
import dk.borgermaaling.gateway.kernel.ProblemException;
import dk.borgermaaling.gateway.kernel.ProblemType;
import dk.borgermaaling.gateway.kernel.Transactions;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Takes back what a sender has told, with no more said than which version. The withdrawal is stored
 * as an event that repeats the withdrawn version and is marked withdrawn, so that everything after
 * it sees what it would see of a case system's own correction. Works without a service agreement
 * too: to have it taken back is what a municipality may always ask for.
 */
public final class Withdrawals {
  static final Problem LATER_VERSION =
      new Problem.Plain(
          ProblemType.CONFLICT, "A later version of the entity is stored; withdraw that one");

  private final Transactions transactions;
  private final CaseEventStore store;
  private final ParkedLetters parked;
  private final EventQueue queue;
  private final BusinessClock clock;

  public Withdrawals(
      Transactions transactions,
      CaseEventStore store,
      ParkedLetters parked,
      EventQueue queue,
      BusinessClock clock) {
    this.transactions = transactions;
    this.store = store;
    this.parked = parked;
    this.queue = queue;
    this.clock = clock;
  }

  /**
   * Takes back an entity of the caller's municipality, in one transaction with the task that
   * processes it; joins an open one. A version that was set aside is taken back too: it never
   * becomes an event, and what was stored of its entity is withdrawn.
   *
   * @param version the last that the caller has told
   * @return the withdrawal as it is stored; for a repeat the same as the first time, also when the
   *     entity has been told anew since
   * @throws ProblemException {@code NOT_FOUND} when the municipality has told no such version,
   *     {@code CONFLICT} when a later one is stored, {@code NOT_ALLOWED} for a source that the
   *     gateway hears itself
   */
  public Withdrawal withdraw(
      MunicipalityCode caller, EventSource source, String entityId, int version) {
    checkSource(source);
    return transactions.inOne(
        () -> {
          VersionKey told = new VersionKey(caller, source, entityId, version);
          Entity entity = new Entity(caller, source, entityId);
          if (parked.lastVersion(entity).orElse(0) > version) {
            throw new ProblemException(LATER_VERSION);
          }
          List<StoredCaseEvent> versions = store.versionsOf(caller, source, entityId);
          return versions.stream()
              .filter(event -> event.version() == version)
              .findFirst()
              .map(this::withdraw)
              .orElseGet(() -> withdrawSetAside(told, entity, versions));
        });
  }

  private Withdrawal withdrawSetAside(
      VersionKey told, Entity entity, List<StoredCaseEvent> versions) {
    if (!parked.takeBack(entity, told.version())) {
      throw new ProblemException(CaseEventStatus.NOT_FOUND);
    }
    Withdrawal withdrawal = Withdrawal.of(told);
    if (versions.isEmpty()) {
      return withdrawal;
    }
    StoredCaseEvent last = versions.get(versions.size() - 1);
    if (last.eventId().equals(withdrawal.eventId())) {
      return withdrawal;
    }
    if (last.version() > told.version()) {
      throw new ProblemException(LATER_VERSION);
    }
    return last.withdrawn() ? withdrawal : store(last, withdrawal);
  }

  /**
   * As {@link #withdraw(MunicipalityCode, EventSource, String, int)}, of the version that this
   * event told.
   */
  public Withdrawal withdraw(MunicipalityCode caller, EventSource source, UUID eventId) {
    checkSource(source);
    return transactions.inOne(
        () ->
            store
                .find(new EventId(caller, eventId))
                .filter(event -> event.source() == source)
                .map(this::withdraw)
                .orElseThrow(() -> new ProblemException(CaseEventStatus.NOT_FOUND)));
  }

  private static void checkSource(EventSource source) {
    source
        .problemForSenders()
        .ifPresent(
            problem -> {
              throw new ProblemException(problem);
            });
  }

  private Withdrawal withdraw(StoredCaseEvent told) {
    Withdrawal withdrawal = Withdrawal.of(told);
    List<StoredCaseEvent> versions =
        store.versionsOf(told.municipality(), told.source(), told.entityId());
    if (versions.stream().anyMatch(event -> event.eventId().equals(withdrawal.eventId()))) {
      return withdrawal;
    }
    if (versions.get(versions.size() - 1).version() > told.version()) {
      throw new ProblemException(LATER_VERSION);
    }
    if (told.withdrawn()) {
      return new Withdrawal(told.eventId(), told.version());
    }
    return store(told, withdrawal);
  }

  private Withdrawal store(StoredCaseEvent told, Withdrawal withdrawal) {
    EventId id = new EventId(told.municipality(), withdrawal.eventId());
    Instant now = clock.now();
    if (store.insertWithdrawal(told, withdrawal, now)) {
      queue.enqueue(Set.of(told.citizen()));
    } else if (store.find(id).isEmpty()) {
      // Another event of this version was faster; the same withdrawal would have been found.
      throw new ProblemException(LATER_VERSION);
    }
    return withdrawal;
  }
}
