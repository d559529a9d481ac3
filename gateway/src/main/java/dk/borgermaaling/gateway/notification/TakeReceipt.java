package dk.borgermaaling.gateway.notification;

import dk.borgermaaling.gateway.beskedfordeler.MessageReader.UnreadableMessage;
import dk.borgermaaling.gateway.beskedfordeler.Taker;
import dk.borgermaaling.gateway.kernel.Transactions;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** Takes the receipts of post. */
public final class TakeReceipt extends Taker {
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
    super(transactions);
    this.store = store;
    this.reader = reader;
    this.queue = queue;
    this.real = real;
  }

  @Override
  public boolean isFor(byte[] raw) {
    try {
      return reader.read(raw).isPostStatus();
    } catch (UnreadableMessage e) {
      return false;
    }
  }

  @Override
  protected Optional<Runnable> storing(byte[] raw) throws UnreadableMessage {
    return reader.read(raw).id().map(id -> () -> store(id, raw));
  }

  private void store(String id, byte[] raw) {
    store.store(raw, id, ReceiptStore.Status.WAITING, real.instant()).ifPresent(queue);
  }
}
