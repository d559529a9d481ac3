package dk.borgermaaling.kmd;

import dk.borgermaaling.gateway.caseevent.CaseEvent;
import dk.borgermaaling.gateway.caseevent.CaseEventIntake;
import dk.borgermaaling.gateway.caseevent.DeadLetters;
import dk.borgermaaling.gateway.caseevent.EventReceipt;
import dk.borgermaaling.gateway.caseevent.EventSource;
import dk.borgermaaling.gateway.caseevent.FeedMemory;
import dk.borgermaaling.gateway.caseevent.KnownTargetGroups;
import dk.borgermaaling.gateway.caseevent.TargetGroupCode;
import dk.borgermaaling.gateway.kernel.BusinessClock;
import dk.borgermaaling.gateway.kernel.Cvr;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.kernel.Problem;
import dk.borgermaaling.gateway.kernel.ProblemException;
import dk.borgermaaling.gateway.kernel.ProblemType;
import dk.borgermaaling.gateway.kernel.Transactions;
import dk.borgermaaling.gateway.municipality.Municipalities;
import dk.borgermaaling.gateway.municipality.Municipality;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/** The gateway's ports in lists; what a broken transaction has written is gone. */
final class FakeGateway
    implements FeedMemory,
        CaseEventIntake,
        DeadLetters,
        Transactions,
        BusinessClock,
        KnownTargetGroups,
        Municipalities {
  static final MunicipalityCode ODENSE = new MunicipalityCode("0461");

  Instant now = Instant.parse("2026-11-23T08:00:00Z");
  boolean participates = true;
  int killAfterTransactions = Integer.MAX_VALUE;
  final Set<String> unknownCodes = new HashSet<>();
  final Map<String, LocalDate> lastDayOfCode = new HashMap<>();
  Map<String, Entry> memory = new TreeMap<>();
  List<CaseEvent> events = new ArrayList<>();
  Map<String, DeadLetter> letters = new LinkedHashMap<>();
  private int transactions;

  @Override
  public Map<String, Entry> recall(
      EventSource source, MunicipalityCode municipality, String prefix) {
    Map<String, Entry> found = new TreeMap<>(memory);
    found.keySet().removeIf(key -> !key.startsWith(prefix));
    return found;
  }

  @Override
  public Map<String, Entry> recall(
      EventSource source, MunicipalityCode municipality, Collection<String> keys) {
    Map<String, Entry> found = new TreeMap<>(memory);
    found.keySet().retainAll(keys);
    return found;
  }

  @Override
  public void remember(
      EventSource source, MunicipalityCode municipality, Map<String, Entry> entries) {
    entries.forEach(
        (key, entry) -> {
          Entry before = memory.get(key);
          if (entry.version() != (before == null ? 1 : before.version() + 1)) {
            throw new ProblemException(new Problem.Plain(ProblemType.CONFLICT, "overtaken"));
          }
          memory.put(key, entry);
        });
  }

  @Override
  public List<EventReceipt> register(List<CaseEvent> handedIn) {
    List<EventReceipt> receipts = new ArrayList<>();
    for (CaseEvent event : handedIn) {
      var group = event.targetGroup();
      if (group != null && !knows(group, event.happening().date())) {
        receipts.add(
            new EventReceipt.Rejected(
                event.eventId(), new Problem.Plain(ProblemType.UNKNOWN_TARGET_GROUP, "unknown")));
      } else if (events.stream().anyMatch(known -> known.eventId().equals(event.eventId()))) {
        receipts.add(new EventReceipt.Duplicate(event.eventId()));
      } else {
        events.add(event);
        receipts.add(new EventReceipt.Stored(event.eventId()));
      }
    }
    return receipts;
  }

  @Override
  public boolean knows(TargetGroupCode code, LocalDate on) {
    return !unknownCodes.contains(code.code())
        && !on.isAfter(lastDayOfCode.getOrDefault(code.code(), LocalDate.MAX));
  }

  @Override
  public boolean knewBy(TargetGroupCode code, LocalDate day) {
    return !unknownCodes.contains(code.code());
  }

  @Override
  public void note(DeadLetter letter) {
    letters.put(letter.entityId(), letter);
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
    Map<String, Entry> memoryBefore = new TreeMap<>(memory);
    List<CaseEvent> eventsBefore = new ArrayList<>(events);
    Map<String, DeadLetter> lettersBefore = new LinkedHashMap<>(letters);
    boolean committed = false;
    try {
      T result = work.get();
      if (++transactions > killAfterTransactions) {
        throw new IllegalStateException("killed before the commit");
      }
      committed = true;
      return result;
    } finally {
      if (!committed) {
        memory = memoryBefore;
        events = eventsBefore;
        letters = lettersBefore;
      }
    }
  }

  @Override
  public Instant now() {
    return now;
  }

  @Override
  public Instant toReal(Instant business) {
    return business;
  }

  @Override
  public Optional<Municipality> byCode(MunicipalityCode code, LocalDate on) {
    return Optional.of(
        new Municipality(
            code, "Odense", "Odense Kommune", new Cvr("35209115"), participates, false));
  }

  @Override
  public Optional<Municipality> byCvr(Cvr cvr, LocalDate on) {
    return byCode(ODENSE, on);
  }

  @Override
  public List<Municipality> all(LocalDate on) {
    return byCode(ODENSE, on).stream().toList();
  }
}
