package dk.borgermaaling.gateway.beskedfordeler;

import dk.borgermaaling.gateway.beskedfordeler.MessageReader.UnreadableMessage;
import dk.borgermaaling.gateway.kernel.Transactions;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Takes a message: stored as it came, with the task that will understand it, and committed; only
 * then answered. A message that comes again is not stored again, and one whose envelope cannot be
 * read is not stored at all: it stays with the sender.
 */
public final class TakeMessage {
  private final Transactions transactions;
  private final MessageStore store;
  private final MessageReader reader;
  private final Consumer<UUID> queue;
  private final Clock real;

  /**
   * @param queue enqueues a stored message, in the open transaction
   */
  public TakeMessage(
      Transactions transactions,
      MessageStore store,
      MessageReader reader,
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
    Optional<UUID> id;
    try {
      id = reader.read(raw).id();
    } catch (UnreadableMessage e) {
      return Answer.UNREADABLE;
    }
    if (id.isEmpty()) {
      return Answer.WITHOUT_ID;
    }
    transactions.runInOne(
        () -> {
          if (store.store(id.get(), raw, real.instant())) {
            queue.accept(id.get());
          }
        });
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
