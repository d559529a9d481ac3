package dk.borgermaaling.gateway.caseevent;

import dk.borgermaaling.gateway.caseevent.DeadLetters.DeadLetter;
import dk.borgermaaling.gateway.caseevent.DeadLetters.Told;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.kernel.Problem;
import dk.borgermaaling.gateway.kernel.ProblemType;
import dk.borgermaaling.gateway.kernel.Transactions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/**
 * Keeps what the tables do not know yet, for the ways in that have nothing better to keep it in:
 * the event is rejected as before, and set aside as it is, so that it becomes one when the tables
 * have been mended.
 */
public final class SettingAside implements CaseEventIntake {
  private static final String NEED_NOT_COME_AGAIN =
      ". The event is set aside and is taken up when the table has the code; it need not be sent"
          + " again";
  private final Transactions transactions;
  private final CaseEventIntake register;
  private final DeadLetters letters;
  private final CaseEventCodec codec;

  public SettingAside(
      Transactions transactions,
      CaseEventIntake register,
      DeadLetters letters,
      CaseEventCodec codec) {
    this.transactions = transactions;
    this.register = register;
    this.letters = letters;
    this.codec = codec;
  }

  @Override
  public List<EventReceipt> register(List<CaseEvent> events) {
    return transactions.inOne(() -> lookAt(events, register.register(events)));
  }

  private List<EventReceipt> lookAt(List<CaseEvent> events, List<EventReceipt> receipts) {
    List<EventReceipt> told = new ArrayList<>(receipts.size());
    List<CaseEvent> unknown = new ArrayList<>();
    Map<Place, TreeSet<String>> known = new HashMap<>();
    for (int i = 0; i < receipts.size(); i++) {
      CaseEvent event = events.get(i);
      EventReceipt receipt = receipts.get(i);
      if (event.source().keepsWhatIsUnknown()) {
        told.add(receipt);
      } else if (!(receipt instanceof EventReceipt.Rejected rejected)) {
        known.computeIfAbsent(Place.of(event), place -> new TreeSet<>()).add(event.entityId());
        told.add(receipt);
      } else if (rejected.problem().type() == ProblemType.UNKNOWN_TARGET_GROUP) {
        unknown.add(event);
        told.add(new EventReceipt.Rejected(event.eventId(), setAside(rejected.problem())));
      } else {
        told.add(receipt);
      }
    }
    known.forEach(
        (place, entities) -> letters.settle(place.source(), place.municipality(), entities));
    // In one order, so that two batches never wait for each other's letters.
    unknown.sort(Comparator.comparing(VersionKey::of));
    unknown.forEach(this::park);
    return List.copyOf(told);
  }

  private void park(CaseEvent event) {
    TargetGroupCode group = Objects.requireNonNull(event.targetGroup());
    LocalDate day = event.happening().date();
    letters.park(
        new DeadLetter(
            event.source(),
            event.municipality(),
            event.entityId(),
            ProblemType.UNKNOWN_TARGET_GROUP.slug(),
            new UnknownGroup(group, day).problem().publicDetail()),
        event.version(),
        new Told(CaseEventCodec.FORMAT, codec.write(event)));
  }

  private static Problem setAside(Problem unknown) {
    return new Problem.Plain(unknown.type(), unknown.publicDetail() + NEED_NOT_COME_AGAIN);
  }

  private record Place(EventSource source, MunicipalityCode municipality) {
    static Place of(CaseEvent event) {
      return new Place(event.source(), event.municipality());
    }
  }
}
