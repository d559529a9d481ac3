package dk.borgermaaling.schultz;

import dk.borgermaaling.gateway.caseevent.CaseEvent;
import dk.borgermaaling.gateway.caseevent.CaseEventIntake;
import dk.borgermaaling.gateway.caseevent.DeadLetters;
import dk.borgermaaling.gateway.caseevent.EventReceipt;
import dk.borgermaaling.gateway.caseevent.EventSource;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.kernel.Problem;
import dk.borgermaaling.gateway.kernel.ProblemType;
import dk.borgermaaling.gateway.kernel.Transactions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** The gateway's ports in lists. */
public final class FakeGateway implements CaseEventIntake, DeadLetters, ToldGroups, Transactions {
  public final Map<UUID, CaseEvent> events = new LinkedHashMap<>();
  public final Map<String, DeadLetter> letters = new LinkedHashMap<>();
  public final Map<String, Told> parked = new LinkedHashMap<>();
  public final Map<UUID, ToldGroup> groups = new LinkedHashMap<>();

  /** Ids of events that contradict what is stored. */
  public final Set<UUID> contradicted = new HashSet<>();

  private boolean open;

  @Override
  public List<EventReceipt> register(List<CaseEvent> handedIn) {
    if (!open) {
      throw new IllegalStateException("events are registered in the transaction of the letters");
    }
    List<EventReceipt> receipts = new ArrayList<>();
    for (CaseEvent event : handedIn) {
      if (contradicted.contains(event.eventId())) {
        receipts.add(
            new EventReceipt.Rejected(
                event.eventId(), new Problem.Plain(ProblemType.CONFLICT, "Sent before")));
        continue;
      }
      receipts.add(
          events.putIfAbsent(event.eventId(), event) == null
              ? new EventReceipt.Stored(event.eventId())
              : new EventReceipt.Duplicate(event.eventId()));
    }
    return receipts;
  }

  @Override
  public void note(DeadLetter letter) {
    letters.put(letter.entityId(), letter);
  }

  @Override
  public void park(DeadLetter letter, int version, Told told) {
    note(letter);
    parked.put(letter.entityId() + "/" + version, told);
  }

  @Override
  public void settle(
      EventSource source, MunicipalityCode municipality, Collection<String> entityIds) {
    letters.keySet().removeAll(entityIds);
  }

  @Override
  public void keep(Tenant tenant, List<ToldGroup> told) {
    told.forEach(one -> groups.put(one.eventId(), one));
  }

  @Override
  public void forget(Instant before) {
    groups.values().removeIf(one -> one.occurredAt().isBefore(before));
  }

  @Override
  public List<Noted> waiting(int limit) {
    throw new UnsupportedOperationException("only the console asks");
  }

  @Override
  public <T> T inOne(Supplier<T> work) {
    open = true;
    try {
      return work.get();
    } finally {
      open = false;
    }
  }
}
