package dk.borgermaaling.schultz;

import dk.borgermaaling.gateway.caseevent.EventReceipt;
import dk.borgermaaling.gateway.kernel.Problem;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of one event, as Fasit is told it.
 *
 * @param eventId null when the event has none that can be read
 * @param problem of a rejected one, and only of that
 */
public record FasitReceipt(@Nullable UUID eventId, Result result, @Nullable Problem problem) {
  /** By the words of the contract. */
  public enum Result {
    STORED,
    DUPLICATE,
    REJECTED
  }

  static FasitReceipt of(EventReceipt receipt) {
    if (receipt instanceof EventReceipt.Rejected rejected) {
      return rejected(receipt.eventId(), rejected.problem());
    }
    return new FasitReceipt(
        receipt.eventId(),
        receipt instanceof EventReceipt.Stored ? Result.STORED : Result.DUPLICATE,
        null);
  }

  static FasitReceipt rejected(@Nullable UUID eventId, Problem problem) {
    return new FasitReceipt(eventId, Result.REJECTED, problem);
  }
}
