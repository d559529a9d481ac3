package dk.borgermaaling.gateway.testing;

import dk.borgermaaling.gateway.caseevent.CaseEvent;
import dk.borgermaaling.gateway.caseevent.CaseEventIntake;
import dk.borgermaaling.gateway.caseevent.EventReceipt;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** An intake that is listened to. */
public final class Heard implements CaseEventIntake {
  private final CaseEventIntake intake;
  private final List<CaseEvent> events = new ArrayList<>();
  private final List<EventReceipt> receipts = new ArrayList<>();

  public Heard(CaseEventIntake intake) {
    this.intake = intake;
  }

  @Override
  public List<EventReceipt> register(List<CaseEvent> handedIn) {
    List<EventReceipt> answers = intake.register(handedIn);
    events.addAll(handedIn);
    receipts.addAll(answers);
    return answers;
  }

  /** What has been handed in since {@link #forget}. */
  public List<CaseEvent> events() {
    return List.copyOf(events);
  }

  /** What was answered to each: STORED, DUPLICATE or REJECTED. */
  public List<String> answers() {
    return receipts.stream().map(Heard::name).toList();
  }

  public void forget() {
    events.clear();
    receipts.clear();
  }

  public static String name(EventReceipt receipt) {
    return receipt.getClass().getSimpleName().toUpperCase(Locale.ROOT);
  }
}
