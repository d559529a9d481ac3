package dk.borgermaaling.schultz;

import dk.borgermaaling.gateway.caseevent.CaseEvent;
import dk.borgermaaling.gateway.caseevent.CaseEventIntake;
import dk.borgermaaling.gateway.caseevent.DeadLetters;
import dk.borgermaaling.gateway.caseevent.EventReceipt;
import dk.borgermaaling.gateway.caseevent.EventSource;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.kernel.Transactions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/** The gateway's ports in lists. */
public final class FakeGateway implements CaseEventIntake, DeadLetters, Transactions {
  public final Map<UUID, CaseEvent> events = new LinkedHashMap<>();
  public final Map<String, DeadLetter> letters = new LinkedHashMap<>();
  public final Map<String, Told> parked = new LinkedHashMap<>();
  private boolean open;

  @Override
  public List<EventReceipt> register(List<CaseEvent> handedIn) {
    if (!open) {
      throw new IllegalStateException("events are registered in the transaction of the letters");
    }
    List<EventReceipt> receipts = new ArrayList<>();
    for (CaseEvent event : handedIn) {
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
