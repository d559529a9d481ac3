package dk.borgermaaling.gateway.selection.tasks;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import dk.borgermaaling.gateway.kernel.BusinessClock;
import dk.borgermaaling.gateway.kernel.Transactions;
import dk.borgermaaling.gateway.selection.RoundBook;
import dk.borgermaaling.gateway.selection.Rounds;
import java.time.Duration;
import java.time.LocalTime;
import java.time.Period;

/** Looks now and then whether a round is due; one that broke off goes on where it was. */
public final class RoundsTask {
  private static final Duration INTERVAL = Duration.ofMinutes(5);
  private static final LocalTime NIGHT = LocalTime.of(3, 20);

  private RoundsTask() {}

  public static RecurringTask<Void> of(Rounds rounds) {
    return Tasks.recurring("advance-rounds", FixedDelay.of(INTERVAL))
        .execute((instance, context) -> rounds.advance());
  }

  /**
   * Every night deletes the populations of rounds whose time is up.
   *
   * @param keep from the reference date on, business time
   */
  public static RecurringTask<Void> forgetting(
      RoundBook book, Transactions transactions, BusinessClock clock, Period keep) {
    return Tasks.recurring("forget-round-members", Schedules.daily(BusinessClock.DENMARK, NIGHT))
        .execute(
            (instance, context) ->
                transactions.inOne(() -> book.forgetMembers(clock.today().minus(keep))));
  }
}
