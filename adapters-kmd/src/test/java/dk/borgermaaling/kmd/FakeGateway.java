package dk.borgermaaling.kmd;

import dk.borgermaaling.gateway.caseevent.CaseEvent;
import dk.borgermaaling.gateway.caseevent.CaseEventIntake;
import dk.borgermaaling.gateway.caseevent.DeadLetters;
import dk.borgermaaling.gateway.caseevent.EventReceipt;
import dk.borgermaaling.gateway.caseevent.EventSource;
import dk.borgermaaling.gateway.caseevent.FeedMemory;
import dk.borgermaaling.gateway.caseevent.FeedStates;
import dk.borgermaaling.gateway.caseevent.KnownTargetGroups;
import dk.borgermaaling.gateway.caseevent.TargetGroupCode;
import dk.borgermaaling.gateway.citizen.CitizenId;
import dk.borgermaaling.gateway.citizen.CitizenVault;
import dk.borgermaaling.gateway.kernel.BusinessClock;
import dk.borgermaaling.gateway.kernel.Cvr;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.kernel.Problem;
import dk.borgermaaling.gateway.kernel.ProblemException;
import dk.borgermaaling.gateway.kernel.ProblemType;
import dk.borgermaaling.gateway.kernel.Recipient;
import dk.borgermaaling.gateway.kernel.Transactions;
import dk.borgermaaling.gateway.municipality.Municipalities;
import dk.borgermaaling.gateway.municipality.Municipality;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
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
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The gateway's ports in lists; what a broken transaction has written is gone. */
class FakeGateway
    implements FeedMemory,
        CaseEventIntake,
        DeadLetters,
        Transactions,
        BusinessClock,
        KnownTargetGroups,
        Municipalities,
        FeedStates,
        CitizenVault {
  static final MunicipalityCode ODENSE = new MunicipalityCode("0461");

  /** Real time; every run is complete unless a test has settings of its own. */
  Instant realNow = Instant.parse("2026-11-23T08:00:00Z");

  Instant now = Instant.parse("2026-11-23T08:00:00Z");
  boolean participates = true;
  int killAfterTransactions = Integer.MAX_VALUE;
  final Set<String> unknownCodes = new HashSet<>();

  /** Codes of the act of 2027; of the other systems every code is known. */
  final Set<String> codesOf2027 = new HashSet<>();

  final Map<String, LocalDate> lastDayOfCode = new HashMap<>();
  Map<String, Entry> memory = new TreeMap<>();
  List<CaseEvent> events = new ArrayList<>();
  Map<String, DeadLetter> letters = new LinkedHashMap<>();
  final Map<Recipient, CitizenId> people = new LinkedHashMap<>();
  final Map<CitizenId, Recipient> nowKnownAs = new HashMap<>();
  State state = State.NEW;
  private int transactions;

  int transactions() {
    return transactions;
  }

  static FeedSettings settings(boolean taskFeed, String... codes) {
    return settings(taskFeed, Duration.ZERO, codes);
  }

  static FeedSettings settings(boolean taskFeed, Duration completeInterval, String... codes) {
    return new FeedSettings(
        List.of(codes), taskFeed, 0.2, completeInterval, 30, "TARGET_GROUP", "INTERVIEW_TYPE");
  }

  MomentumFeed feed(FeedSettings settings) {
    return new MomentumFeed(
        settings, new Gateway(this, this, this, realClock(), this, this, this, this, this, this));
  }

  Clock realClock() {
    return new Clock() {
      @Override
      public ZoneId getZone() {
        return ZoneOffset.UTC;
      }

      @Override
      public Clock withZone(ZoneId zone) {
        return this;
      }

      @Override
      public Instant instant() {
        return realNow;
      }
    };
  }

  @Override
  public CitizenId idOf(Recipient recipient) {
    return people.computeIfAbsent(
        recipient, any -> new CitizenId(new UUID(0xc0, people.size() + 1L)));
  }

  @Override
  public Optional<CitizenId> find(Recipient recipient) {
    return Optional.ofNullable(people.get(recipient));
  }

  @Override
  public Recipient recipientOf(CitizenId id, MunicipalityCode municipality) {
    Recipient known = nowKnownAs.get(id);
    return known != null
        ? known
        : people.entrySet().stream()
            .filter(entry -> entry.getValue().equals(id))
            .map(Map.Entry::getKey)
            .findFirst()
            .orElseThrow();
  }

  @Override
  public State of(EventSource source, MunicipalityCode municipality) {
    return state;
  }

  @Override
  public void lookedAtAll(EventSource source, MunicipalityCode municipality, Instant begun) {
    state = new State(begun, state.allWantedAt(), state.circuitOpenUntil());
  }

  @Override
  public void wantAll(EventSource source, MunicipalityCode municipality, Instant at) {
    state = new State(state.allLookedAt(), at, state.circuitOpenUntil());
  }

  @Override
  public void circuit(EventSource source, MunicipalityCode municipality, @Nullable Instant until) {
    state = new State(state.allLookedAt(), state.allWantedAt(), until);
  }

  @Override
  public void dryRun(EventSource source, MunicipalityCode municipality, Instant at, String found) {
    throw new UnsupportedOperationException("a run stores no dry run");
  }

  @Override
  public Optional<DryRun> dryRun(EventSource source, MunicipalityCode municipality) {
    return Optional.empty();
  }

  @Override
  public Page page(
      EventSource source, MunicipalityCode municipality, String prefix, String after, int limit) {
    List<Map.Entry<String, Entry>> found =
        memory.entrySet().stream()
            .filter(entry -> entry.getKey().startsWith(prefix))
            .filter(entry -> entry.getKey().compareTo(after) > 0)
            .limit(limit)
            .toList();
    return new Page(
        found.stream().map(Map.Entry::getKey).toList(),
        found.stream().map(Map.Entry::getValue).toList());
  }

  @Override
  public Set<String> entitiesOf(EventSource source, MunicipalityCode municipality) {
    return letters.keySet();
  }

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
        idOf(event.recipient());
        events.add(event);
        receipts.add(new EventReceipt.Stored(event.eventId()));
      }
    }
    return receipts;
  }

  @Override
  public boolean knows(TargetGroupCode code, LocalDate on) {
    return isOfItsSystem(code)
        && !unknownCodes.contains(code.code())
        && !on.isAfter(lastDayOfCode.getOrDefault(code.code(), LocalDate.MAX));
  }

  @Override
  public boolean knewBy(TargetGroupCode code, LocalDate day) {
    return isOfItsSystem(code) && !unknownCodes.contains(code.code());
  }

  private boolean isOfItsSystem(TargetGroupCode code) {
    return !code.isUntold()
        && (!code.system().equals("LAB2027") || codesOf2027.contains(code.code()));
  }

  @Override
  public List<TargetGroupCode> codes(LocalDate on) {
    throw new UnsupportedOperationException("a run asks about what it was told");
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
