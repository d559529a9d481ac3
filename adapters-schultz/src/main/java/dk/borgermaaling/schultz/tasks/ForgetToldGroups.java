package dk.borgermaaling.schultz.tasks;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import dk.borgermaaling.gateway.kernel.BusinessClock;
import dk.borgermaaling.schultz.ToldGroups;
import java.time.Duration;
import java.time.LocalTime;

/** Deletes the ids that no preview looks at any more, each night. */
public final class ForgetToldGroups {
  private static final TaskDescriptor<Void> FORGET = TaskDescriptor.of("fasit-told-groups");

  /** Danish civil time, real. */
  private static final LocalTime AT = LocalTime.of(3, 40);

  private ForgetToldGroups() {}

  /**
   * The task.
   *
   * @param back how far back a preview looks, in business time
   */
  public static RecurringTask<Void> task(ToldGroups told, BusinessClock clock, Duration back) {
    return Tasks.recurring(FORGET, Schedules.daily(BusinessClock.DENMARK, AT))
        .execute((instance, context) -> told.forget(clock.now().minus(back)));
  }
}
