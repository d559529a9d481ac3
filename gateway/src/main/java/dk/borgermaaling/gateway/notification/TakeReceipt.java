package dk.borgermaaling.gateway.notification;

import dk.borgermaaling.gateway.kernel.Transactions;
import dk.borgermaaling.gateway.notification.ReceiptEnvelope.UnreadableReceipt;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Takes a message from Beskedfordeler: stored as it came, with the task that will match it, and
 * committed; only then answered. A message that comes again is not stored again, and one that
 * cannot be read is not stored at all: it stays with the sender, who brings it again.
 */
public final class TakeReceipt {
  private final Transactions transactions;
  private final ReceiptStore store;
  private final ReceiptEnvelope.Reader reader;
  private final Consumer<UUID> queue;
  private final Clock real;

  /**
   * @param queue enqueues the matching of a stored message, in the open transaction
   */
  public TakeReceipt(
      Transactions transactions,
      ReceiptStore store,
      ReceiptEnvelope.Reader reader,
      Consumer<UUID> queue,
      Clock real) {
    this.transactions = transactions;
    this.store = store;
    this.reader = reader;
    this.queue = queue;
    this.real = real;
  }

  /** Stores the message and says what to answer. */
  public Answer take(byte[] raw) {
    if (raw.length == 0) {
      return Answer.EMPTY;
    }
    Optional<String> id;
    try {
      id = reader.read(raw).id();
    } catch (UnreadableReceipt e) {
      return Answer.UNREADABLE;
    }
    if (id.isEmpty()) {
      return Answer.WITHOUT_ID;
    }
    transactions.runInOne(
        () ->
            store
                .store(raw, id.get(), ReceiptStore.Status.WAITING, real.instant())
                .ifPresent(queue));
    return Answer.TAKEN;
  }

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
