package dk.borgermaaling.gateway.caseevent.soap;

import dk.borgermaaling.gateway.caseevent.CaseEvent;
import dk.borgermaaling.gateway.caseevent.CaseEventIntake;
import dk.borgermaaling.gateway.caseevent.EventReceipt;
import dk.borgermaaling.gateway.caseevent.EventTimes;
import dk.borgermaaling.gateway.edge.Thumbprint;
import dk.borgermaaling.gateway.edge.replay.ReplayLog;
import dk.borgermaaling.gateway.kernel.Cvr;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.kernel.Problem;
import dk.borgermaaling.gateway.kernel.Transactions;
import dk.borgermaaling.gateway.municipality.Municipalities;
import dk.borgermaaling.gateway.municipality.Municipality;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** Events and replay rows in lists, with transactions that roll both back. */
final class IntakeInMemory implements CaseEventIntake, ReplayLog, Transactions, Municipalities {
  static final Municipality SILKEBORG =
      new Municipality(
          new MunicipalityCode("0740"),
          "Silkeborg",
          "Silkeborg Kommune",
          new Cvr("29189641"),
          true,
          false);

  private final Map<UUID, CaseEvent> stored = new LinkedHashMap<>();
  private final Set<String> replay = new HashSet<>();
  private boolean broken;
  private Runnable meanwhile = () -> {};

  @Override
  public List<EventReceipt> register(List<CaseEvent> events) {
    if (broken) {
      throw new IllegalStateException("cpr 0101901234 in a message that must not be seen");
    }
    meanwhile.run();
    List<EventReceipt> receipts = new ArrayList<>();
    for (CaseEvent event : events) {
      receipts.add(
          EventTimes.problemOf(event)
              .or(() -> isAhead(event))
              .<EventReceipt>map(problem -> new EventReceipt.Rejected(event.eventId(), problem))
              .orElseGet(() -> store(event)));
    }
    return receipts;
  }

  private static Optional<Problem> isAhead(CaseEvent event) {
    return event.occurredAt().isAfter(Instant.now().plusSeconds(300))
        ? Optional.of(new Problem.Malformed("occurredAt", "no later than now"))
        : Optional.empty();
  }

  private EventReceipt store(CaseEvent event) {
    return stored.putIfAbsent(event.eventId(), event) == null
        ? new EventReceipt.Stored(event.eventId())
        : new EventReceipt.Duplicate(event.eventId());
  }

  @Override
  public boolean firstTime(MunicipalityCode municipality, Thumbprint signer, String messageId) {
    return replay.add(municipality + " " + signer + " " + messageId);
  }

  @Override
  public synchronized <T> T inOne(Supplier<T> work) {
    Map<UUID, CaseEvent> events = new LinkedHashMap<>(stored);
    Set<String> messages = new HashSet<>(replay);
    try {
      return work.get();
    } catch (RuntimeException e) {
      stored.clear();
      stored.putAll(events);
      replay.clear();
      replay.addAll(messages);
      throw e;
    }
  }

  @Override
  public Optional<Municipality> byCode(MunicipalityCode code, LocalDate on) {
    return Optional.of(SILKEBORG).filter(known -> known.code().equals(code));
  }

  @Override
  public Optional<Municipality> byCvr(Cvr cvr, LocalDate on) {
    return Optional.of(SILKEBORG).filter(known -> known.cvr().equals(cvr));
  }

  @Override
  public List<Municipality> all(LocalDate on) {
    return List.of(SILKEBORG);
  }

  List<CaseEvent> events() {
    return List.copyOf(stored.values());
  }

  int messages() {
    return replay.size();
  }

  void breaks(boolean value) {
    broken = value;
  }

  /** What happens while a call is inside. */
  void meanwhile(Runnable what) {
    meanwhile = what;
  }

  void forget() {
    stored.clear();
    replay.clear();
    broken = false;
    meanwhile = () -> {};
  }
}
