package dk.borgermaaling.gateway.notification.wiring;

import dk.borgermaaling.gateway.kernel.wiring.Refreshing;
import dk.borgermaaling.gateway.notification.OverdueReceipts;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import java.time.Clock;
import java.time.Duration;

/**
 * How many receipts are overdue, counted each minute: whoever asks for the health asks no database.
 */
@ApplicationScoped
public class ReceiptWatch {
  private static final Duration PAUSE = Duration.ofMinutes(1);
  private volatile long overdue;

  void start(
      @Observes @Priority(50) Startup event,
      Refreshing refreshing,
      OverdueReceipts receipts,
      Clock clock) {
    refreshing.start("overdue receipts", PAUSE, () -> count(receipts, clock));
  }

  private void count(OverdueReceipts receipts, Clock clock) {
    overdue =
        receipts.firstMessages(clock.instant()).stream()
            .mapToLong(OverdueReceipts.Group::count)
            .sum();
  }

  /** First messages alone. */
  public long overdue() {
    return overdue;
  }
}
