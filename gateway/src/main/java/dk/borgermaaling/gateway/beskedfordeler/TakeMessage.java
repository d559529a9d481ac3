package dk.borgermaaling.gateway.beskedfordeler;

import dk.borgermaaling.gateway.beskedfordeler.MessageReader.UnreadableMessage;
import dk.borgermaaling.gateway.kernel.Transactions;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** Takes messages with case events, and whatever nobody else is for: it becomes a dead letter. */
public final class TakeMessage extends Taker {
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
    super(transactions);
    this.store = store;
    this.reader = reader;
    this.queue = queue;
    this.real = real;
  }

  @Override
  public boolean isFor(byte[] raw) {
    return true;
  }

  @Override
  protected Optional<Runnable> storing(byte[] raw) throws UnreadableMessage {
    return reader.read(raw).id().map(id -> () -> store(id, raw));
  }

  private void store(UUID id, byte[] raw) {
    if (store.store(id, raw, real.instant())) {
      queue.accept(id);
    }
  }
}
