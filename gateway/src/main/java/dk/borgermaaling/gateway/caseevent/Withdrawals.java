package dk.borgermaaling.gateway.caseevent;

import dk.borgermaaling.gateway.kernel.BusinessClock;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.kernel.Problem;
import dk.borgermaaling.gateway.kernel.ProblemException;
import dk.borgermaaling.gateway.kernel.ProblemType;
import dk.borgermaaling.gateway.kernel.Transactions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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
  private final EventQueue queue;
  private final BusinessClock clock;

  public Withdrawals(
      Transactions transactions, CaseEventStore store, EventQueue queue, BusinessClock clock) {
    this.transactions = transactions;
    this.store = store;
    this.queue = queue;
    this.clock = clock;
  }

  /**
   * Takes back an entity of the caller's municipality, in one transaction with the task that
   * processes it; joins an open one.
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
    return withdraw(
        source,
        () ->
            store.versionsOf(caller, source, entityId).stream()
                .filter(event -> event.version() == version)
                .findFirst());
  }

  /**
   * As {@link #withdraw(MunicipalityCode, EventSource, String, int)}, of the version that this
   * event told.
   */
  public Withdrawal withdraw(MunicipalityCode caller, EventSource source, UUID eventId) {
    return withdraw(
        source,
        () -> store.find(new EventId(caller, eventId)).filter(event -> event.source() == source));
  }

  private Withdrawal withdraw(EventSource source, Told told) {
    source
        .problemForSenders()
        .ifPresent(
            problem -> {
              throw new ProblemException(problem);
            });
    return transactions.inOne(
        () ->
            withdraw(
                told.find().orElseThrow(() -> new ProblemException(CaseEventStatus.NOT_FOUND))));
  }

  private Withdrawal withdraw(StoredCaseEvent told) {
    Withdrawal withdrawal = Withdrawal.of(told);
    EventId id = new EventId(told.municipality(), withdrawal.eventId());
    List<StoredCaseEvent> versions =
        store.versionsOf(told.municipality(), told.source(), told.entityId());
    if (versions.stream().anyMatch(event -> event.eventId().equals(id.id()))) {
      return withdrawal;
    }
    if (versions.get(versions.size() - 1).version() > told.version()) {
      throw new ProblemException(LATER_VERSION);
    }
    if (told.withdrawn()) {
      return new Withdrawal(told.eventId(), told.version());
    }
    Instant now = clock.now();
    if (store.insertWithdrawal(told, withdrawal, now)) {
      queue.enqueue(Set.of(told.citizen()));
    } else if (store.find(id).isEmpty()) {
      // Another event of this version was faster; the same withdrawal would have been found.
      throw new ProblemException(LATER_VERSION);
    }
    return withdrawal;
  }

  /** Finds what is to be withdrawn, in the open transaction. */
  private interface Told {
    Optional<StoredCaseEvent> find();
  }
}
