package dk.borgermaaling.gateway.notification;

import dk.borgermaaling.gateway.kernel.Transactions;
import dk.borgermaaling.gateway.notification.ReceiptStore.Status;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Ends the time of stored receipts: those of other systems after days, those that a person may
 * still look at after months, counted before they are deleted. Of a matched one only the message
 * itself goes. A receipt of ours that named another system is looked at again, because the setting
 * of our systems may have been mended.
 */
public final class ReceiptUpkeep {
  private final Transactions transactions;
  private final ReceiptStore store;
  private final Consumer<UUID> queue;
  private final Duration keepForeign;
  private final Duration keep;
  private final Clock real;

  /**
   * @param queue enqueues the matching of a stored message, in the open transaction
   * @param keepForeign receipts of other systems, real time
   * @param keep all others, real time; longer than Beskedfordeler delivers anything again
   */
  public ReceiptUpkeep(
      Transactions transactions,
      ReceiptStore store,
      Consumer<UUID> queue,
      Duration keepForeign,
      Duration keep,
      Clock real) {
    if (keepForeign.isNegative() || keepForeign.isZero() || keep.compareTo(keepForeign) < 0) {
      throw new IllegalArgumentException(
          "receipts of other systems are kept for longer than nothing and no longer than ours");
    }
    this.transactions = transactions;
    this.store = store;
    this.queue = queue;
    this.keepForeign = keepForeign;
    this.keep = keep;
    this.real = real;
  }

  /** One run of the task. */
  public void run() {
    Instant now = real.instant();
    transactions.runInOne(() -> store.discard(Status.FOREIGN, now.minus(keepForeign)));
    transactions.runInOne(() -> store.discard(Status.UNMATCHED, now.minus(keep)));
    transactions.runInOne(() -> store.discard(Status.PARKED, now.minus(keep)));
    transactions.runInOne(() -> store.emptyMatched(now.minus(keep)));
    transactions.runInOne(() -> store.wakeContradicted().forEach(queue));
  }
}
