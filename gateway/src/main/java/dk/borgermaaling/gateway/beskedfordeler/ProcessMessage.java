package dk.borgermaaling.gateway.beskedfordeler;

import dk.borgermaaling.gateway.beskedfordeler.Understanding.Understood;
import dk.borgermaaling.gateway.caseevent.DeadLetters;
import dk.borgermaaling.gateway.caseevent.DeadLetters.DeadLetter;
import dk.borgermaaling.gateway.caseevent.DeadLetters.Told;
import dk.borgermaaling.gateway.caseevent.EventReceipt;
import dk.borgermaaling.gateway.caseevent.EventSource;
import dk.borgermaaling.gateway.caseevent.Redriver;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.kernel.Problem;
import dk.borgermaaling.gateway.kernel.Transactions;
import java.util.UUID;

/** Understands a stored message, and a message that a dead letter has kept. */
public final class ProcessMessage implements Redriver {
  static final String FORMAT = "beskedfordeler/1";

  /** Messages have no versions. */
  static final int ONLY = 1;

  private final Transactions transactions;
  private final MessageStore store;
  private final Understanding understanding;
  private final DeadLetters letters;

  public ProcessMessage(
      Transactions transactions,
      MessageStore store,
      Understanding understanding,
      DeadLetters letters) {
    this.transactions = transactions;
    this.store = store;
    this.understanding = understanding;
    this.letters = letters;
  }

  /** One run of the task; all of it in one transaction. A second run changes nothing. */
  public void run(UUID id) {
    transactions.runInOne(() -> store.lockWaiting(id).ifPresent(raw -> process(id, raw)));
  }

  private void process(UUID id, byte[] raw) {
    Understood understood = understanding.understand(raw);
    Problem refusal = understood.refusal();
    if (refusal != null) {
      MunicipalityCode municipality = understood.municipality();
      letters.park(
          new DeadLetter(
              EventSource.BESKEDFORDELER,
              municipality == null ? MunicipalityCode.NONE : municipality,
              id.toString(),
              reasonOf(refusal),
              refusal.publicDetail()),
          ONLY,
          new Told(FORMAT, raw));
    }
    store.done(id);
  }

  @Override
  public String format() {
    return FORMAT;
  }

  @Override
  public String reasonOf(Problem problem) {
    return Refused.reasonOf(problem);
  }

  @Override
  public EventReceipt drive(MunicipalityCode municipality, Told told) {
    Understood understood = understanding.understand(told.content());
    UUID id = new UUID(0, 0);
    Problem refusal = understood.refusal();
    if (refusal != null) {
      return new EventReceipt.Rejected(id, refusal);
    }
    return understood.stored() ? new EventReceipt.Stored(id) : new EventReceipt.Duplicate(id);
  }
}
