package dk.borgermaaling.gateway.notification;

import dk.borgermaaling.gateway.invitation.Channel;
import dk.borgermaaling.gateway.kernel.BusinessClock;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Applies a receipt to the notification that it is about, in the open transaction. A citizen who
 * cannot be reached by one channel is tried by the next, as long as the step may still leave.
 */
public final class ApplyReceipt {
  private final NotificationLedger ledger;
  private final LookAgain lookAgain;
  private final SendingTimes times;
  private final BusinessClock business;
  private final Clock real;

  public ApplyReceipt(
      NotificationLedger ledger,
      LookAgain lookAgain,
      SendingTimes times,
      BusinessClock business,
      Clock real) {
    this.ledger = ledger;
    this.lookAgain = lookAgain;
    this.times = times;
    this.business = business;
    this.real = real;
  }

  /**
   * Applies one.
   *
   * @param by the channel that it names, if any
   * @param at its own time
   * @param why the reason of a failed one
   * @return whether it changed anything
   */
  public boolean apply(
      NotificationId id,
      NotificationEvent event,
      Optional<Channel> by,
      Instant at,
      @Nullable Failure why) {
    Instant now = business.now();
    return ledger.<Boolean>change(
        id,
        step -> {
          Channel tried = step.facts().channel();
          boolean inTime = !times.isTooLate(step.facts().plannedFor(), now);
          boolean changed = step.receipt(event, by, at, why, inTime);
          if (step.facts().channel() != tried) {
            lookAgain.at(id, real.instant());
          }
          return changed;
        });
  }
}
