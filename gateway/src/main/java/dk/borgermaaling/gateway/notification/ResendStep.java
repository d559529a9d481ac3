package dk.borgermaaling.gateway.notification;

import dk.borgermaaling.gateway.kernel.BusinessClock;
import dk.borgermaaling.gateway.kernel.Transactions;
import java.time.Clock;

/**
 * Sends a first message of unknown outcome again because a person wants it: with the same
 * identifiers, so that a mailbox that knows them can tell it from a new message. Reminders are not
 * sent again: that one of them was sent at all tells that its citizen had not answered.
 */
public final class ResendStep {
  private final Transactions transactions;
  private final NotificationLedger ledger;
  private final LookAgain lookAgain;
  private final SendingTimes times;
  private final BusinessClock business;
  private final Clock real;

  public ResendStep(
      Transactions transactions,
      NotificationLedger ledger,
      LookAgain lookAgain,
      SendingTimes times,
      BusinessClock business,
      Clock real) {
    this.transactions = transactions;
    this.ledger = ledger;
    this.lookAgain = lookAgain;
    this.times = times;
    this.business = business;
    this.real = real;
  }

  /**
   * Has the step sent again, if it may leave: everything is asked anew.
   *
   * @return false when its outcome is not, or no longer, unknown, or it is too late
   */
  public boolean resend(NotificationId id) {
    return transactions.inOne(
        () -> {
          boolean again = ledger.<Boolean>change(id, this::resend);
          if (again) {
            lookAgain.at(id, real.instant());
          }
          return again;
        });
  }

  private boolean resend(Notification step) {
    Notification.Facts facts = step.facts();
    return !facts.step().isReminder()
        && !times.isTooLate(facts.plannedFor(), business.now())
        && step.resend();
  }
}
