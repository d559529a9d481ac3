package dk.borgermaaling.gateway.beskedfordeler;

import dk.borgermaaling.gateway.beskedfordeler.MessageReader.UnreadableMessage;
import dk.borgermaaling.gateway.kernel.Transactions;
import java.util.Optional;

/**
 * Takes messages of one kind from Beskedfordeler, pushed or pulled: each is stored as it came, with
 * the task that will look into it, and committed; only then answered. A message that comes again is
 * not stored again, and one whose envelope cannot be read is not stored at all.
 */
public abstract class Taker {
  private final Transactions transactions;

  protected Taker(Transactions transactions) {
    this.transactions = transactions;
  }

  /** Stores the message and says what to answer. */
  public final Answer take(byte[] raw) {
    if (raw.length == 0) {
      return Answer.EMPTY;
    }
    Optional<Runnable> storing;
    try {
      storing = storing(raw);
    } catch (UnreadableMessage e) {
      return Answer.UNREADABLE;
    }
    if (storing.isEmpty()) {
      return Answer.WITHOUT_ID;
    }
    transactions.runInOne(storing.get());
    return Answer.TAKEN;
  }

  /** Whether a message that came by a queue for all kinds is of this one. */
  public abstract boolean isFor(byte[] raw);

  /** What stores the message, in the open transaction; empty when the message has no BeskedId. */
  protected abstract Optional<Runnable> storing(byte[] raw) throws UnreadableMessage;

  /** What the sender is told. */
  public enum Answer {
    TAKEN,
    UNREADABLE,
    EMPTY,
    WITHOUT_ID,
    /** Bring it again. */
    NOT_STORED
  }
}
