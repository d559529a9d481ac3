package dk.borgermaaling.gateway.caseevent;

import dk.borgermaaling.gateway.caseevent.CaseEventStore.Known;
import dk.borgermaaling.gateway.caseevent.CaseEventStore.NewEvent;
import dk.borgermaaling.gateway.citizen.CitizenId;
import dk.borgermaaling.gateway.citizen.CitizenVault;
import dk.borgermaaling.gateway.kernel.BusinessClock;
import dk.borgermaaling.gateway.kernel.Problem;
import dk.borgermaaling.gateway.kernel.Recipient;
import dk.borgermaaling.gateway.kernel.Transactions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Stores events once, in one transaction with the task that processes them. */
public final class EventRegister implements CaseEventIntake {
  private final Transactions transactions;
  private final EventChecks checks;
  private final CitizenVault vault;
  private final CaseEventStore store;
  private final EventQueue queue;
  private final BusinessClock clock;

  public EventRegister(
      Transactions transactions,
      EventChecks checks,
      CitizenVault vault,
      CaseEventStore store,
      EventQueue queue,
      BusinessClock clock) {
    this.transactions = transactions;
    this.checks = checks;
    this.vault = vault;
    this.store = store;
    this.queue = queue;
    this.clock = clock;
  }

  @Override
  public List<EventReceipt> register(List<CaseEvent> events) {
    return transactions.inOne(() -> registerAll(events));
  }

  private List<EventReceipt> registerAll(List<CaseEvent> events) {
    Instant now = clock.now();
    List<EventReceipt> receipts = new ArrayList<>(events.size());
    List<CaseEvent> accepted = new ArrayList<>();
    for (CaseEvent event : events) {
      Problem problem = checks.problemOf(event, now);
      if (problem == null) {
        accepted.add(event);
        receipts.add(new EventReceipt.Stored(event.eventId()));
      } else {
        receipts.add(new EventReceipt.Rejected(event.eventId(), problem));
      }
    }
    if (!accepted.isEmpty()) {
      List<EventReceipt> stored = store(accepted, now);
      int next = 0;
      for (int i = 0; i < receipts.size(); i++) {
        if (receipts.get(i) instanceof EventReceipt.Stored) {
          receipts.set(i, stored.get(next++));
        }
      }
    }
    return List.copyOf(receipts);
  }

  private List<EventReceipt> store(List<CaseEvent> events, Instant now) {
    Map<Recipient, CitizenId> citizens = vault.idsOf(peopleOf(events));
    List<NewEvent> all = events.stream().map(event -> toBeStored(event, citizens)).toList();
    List<NewEvent> firsts = firstOfEach(all);
    Set<EventId> inserted = store.insert(firsts, now);
    queue.enqueue(
        firsts.stream()
            .filter(stored -> inserted.contains(EventId.of(stored.event())))
            .map(NewEvent::citizen)
            .collect(Collectors.toCollection(LinkedHashSet::new)));

    List<EventReceipt> receipts = new ArrayList<>();
    Repeats repeats = null;
    Set<EventId> told = new HashSet<>();
    for (NewEvent candidate : all) {
      EventId id = EventId.of(candidate.event());
      if (inserted.contains(id) && told.add(id)) {
        receipts.add(new EventReceipt.Stored(id.id()));
      } else {
        if (repeats == null) {
          repeats = new Repeats(store.known(notInserted(all, inserted)));
        }
        receipts.add(repeats.receiptOf(candidate));
      }
    }
    return receipts;
  }

  /** Those that an event with the same id or version was stored instead of, now or before. */
  private static List<CaseEvent> notInserted(List<NewEvent> all, Set<EventId> inserted) {
    Set<EventId> first = new HashSet<>(inserted);
    return all.stream()
        .map(NewEvent::event)
        .filter(event -> !first.remove(EventId.of(event)))
        .toList();
  }

  private static List<Recipient> peopleOf(List<CaseEvent> events) {
    return events.stream()
        .flatMap(event -> Stream.of(event.recipient(), event.formerly()))
        .filter(Objects::nonNull)
        .toList();
  }

  private static NewEvent toBeStored(CaseEvent event, Map<Recipient, CitizenId> citizens) {
    CitizenId citizen = citizens.get(event.recipient());
    Recipient former = event.formerly();
    CitizenId formerly = former == null ? null : citizens.get(former);
    if (citizen == null || (former != null && formerly == null)) {
      throw new IllegalStateException("the vault gave no id for a recipient of an event");
    }
    return new NewEvent(event, citizen, formerly, ContentHash.of(event, citizen, formerly));
  }

  /**
   * One for each event id and version, in an order that two nodes share: they never wait in a ring.
   */
  private static List<NewEvent> firstOfEach(List<NewEvent> events) {
    Set<EventId> ids = new HashSet<>();
    Set<VersionKey> keys = new HashSet<>();
    return events.stream()
        .filter(
            candidate ->
                !ids.contains(EventId.of(candidate.event()))
                    && keys.add(VersionKey.of(candidate.event()))
                    && ids.add(EventId.of(candidate.event())))
        .sorted(Comparator.comparing(candidate -> VersionKey.of(candidate.event())))
        .toList();
  }

  /** Tells repeats from contradictions. */
  private static final class Repeats {
    private final Map<EventId, Known> byId = new HashMap<>();
    private final Map<VersionKey, Known> byKey = new HashMap<>();

    Repeats(List<Known> known) {
      for (Known stored : known) {
        byId.put(stored.id(), stored);
        byKey.put(stored.key(), stored);
      }
    }

    EventReceipt receiptOf(NewEvent candidate) {
      UUID id = candidate.event().eventId();
      Known stored = byId.get(EventId.of(candidate.event()));
      if (stored == null) {
        stored = byKey.get(VersionKey.of(candidate.event()));
      }
      if (stored == null) {
        throw new IllegalStateException("event " + id + " was neither stored nor known");
      }
      return stored.contentHash().equals(candidate.contentHash())
          ? new EventReceipt.Duplicate(id)
          : new EventReceipt.Rejected(id, EventChecks.CONTRADICTION);
    }
  }
}
