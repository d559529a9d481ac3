package dk.borgermaaling.gateway.selection.tasks;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dk.borgermaaling.gateway.selection.Rounds;
import java.time.Duration;

/** Looks now and then whether a round is due; one that broke off goes on where it was. */
public final class RoundsTask {
  private static final Duration INTERVAL = Duration.ofMinutes(5);

  private RoundsTask() {}

  public static RecurringTask<Void> of(Rounds rounds) {
    return Tasks.recurring("advance-rounds", FixedDelay.of(INTERVAL))
        .execute((instance, context) -> rounds.advance());
  }
}
