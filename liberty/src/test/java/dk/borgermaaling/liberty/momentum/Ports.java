package dk.borgermaaling.liberty.momentum;

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
import dk.borgermaaling.kmd.Gateway;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The gateway's ports in lists, for one municipality; nothing breaks a transaction here. */
final class Ports
    implements FeedMemory,
        FeedStates,
        CaseEventIntake,
        DeadLetters,
        Transactions,
        BusinessClock,
        KnownTargetGroups,
        Municipalities,
        CitizenVault {
  final List<CaseEvent> events = new ArrayList<>();
  final Map<String, DeadLetter> letters = new TreeMap<>();
  private final Map<String, Entry> memory = new TreeMap<>();
  private final Map<Recipient, CitizenId> people = new LinkedHashMap<>();
  private final Supplier<Instant> time;
  private State state = State.NEW;

  /**
   * @param time business time
   */
  Ports(Supplier<Instant> time) {
    this.time = time;
  }

  Gateway gateway() {
    return new Gateway(this, this, this, Clock.systemUTC(), this, this, this, this, this, this);
  }

  @Override
  public Map<String, Entry> recall(
      EventSource source, MunicipalityCode municipality, String prefix) {
    throw new UnsupportedOperationException("a municipality is read in pages");
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
          Entry before = memory.put(key, entry);
          if (entry.version() != (before == null ? 1 : before.version() + 1)) {
            throw new ProblemException(new Problem.Plain(ProblemType.CONFLICT, "overtaken"));
          }
        });
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
    throw new UnsupportedOperationException("not kept here");
  }

  @Override
  public Optional<DryRun> dryRun(EventSource source, MunicipalityCode municipality) {
    return Optional.empty();
  }

  @Override
  public List<EventReceipt> register(List<CaseEvent> handedIn) {
    List<EventReceipt> receipts = new ArrayList<>();
    for (CaseEvent event : handedIn) {
      idOf(event.recipient());
      boolean known = events.stream().anyMatch(e -> e.eventId().equals(event.eventId()));
      if (!known) {
        events.add(event);
      }
      receipts.add(
          known
              ? new EventReceipt.Duplicate(event.eventId())
              : new EventReceipt.Stored(event.eventId()));
    }
    return receipts;
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
  public Set<String> entitiesOf(EventSource source, MunicipalityCode municipality) {
    return new TreeSet<>(letters.keySet());
  }

  @Override
  public List<Noted> waiting(int limit) {
    throw new UnsupportedOperationException("only the console asks");
  }

  @Override
  public <T> T inOne(Supplier<T> work) {
    return work.get();
  }

  @Override
  public Instant now() {
    return time.get();
  }

  @Override
  public Instant toReal(Instant business) {
    return business;
  }

  @Override
  public boolean knows(TargetGroupCode code, LocalDate on) {
    return code.system().equals("LAB6") || code.system().equals("LAB2");
  }

  @Override
  public boolean knewBy(TargetGroupCode code, LocalDate day) {
    return knows(code, day);
  }

  @Override
  public List<TargetGroupCode> codes(LocalDate on) {
    throw new UnsupportedOperationException("a run asks about what it was told");
  }

  @Override
  public Optional<Municipality> byCode(MunicipalityCode code, LocalDate on) {
    return Optional.of(
        new Municipality(code, "Tårnby", "Tårnby Kommune", new Cvr("20310413"), true, false));
  }

  @Override
  public Optional<Municipality> byCvr(Cvr cvr, LocalDate on) {
    return Optional.empty();
  }

  @Override
  public List<Municipality> all(LocalDate on) {
    return List.of();
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
    return people.entrySet().stream()
        .filter(entry -> entry.getValue().equals(id))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow();
  }
}
