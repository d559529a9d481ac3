package dk.borgermaaling.gateway.selection.tasks;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dk.borgermaaling.gateway.kernel.BusinessClock;
import dk.borgermaaling.gateway.selection.QuarantineRegister;
import java.time.Duration;
import java.time.LocalDate;

/** Deletes entries of the quarantine register on their day, by business time. */
public final class QuarantineTask {
  private static final Duration INTERVAL = Duration.ofHours(1);

  private QuarantineTask() {}

  public static RecurringTask<Void> of(QuarantineRegister register, BusinessClock clock) {
    return Tasks.recurring("delete-quarantine", FixedDelay.of(INTERVAL))
        .execute(
            (instance, context) ->
                register.deleteUntil(LocalDate.ofInstant(clock.now(), BusinessClock.DENMARK)));
  }
}
