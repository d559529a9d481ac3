package dk.borgermaaling.schultz.tasks;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import dk.borgermaaling.gateway.kernel.BusinessClock;
import dk.borgermaaling.gateway.tables.ChangePreview;
import dk.borgermaaling.schultz.ToldGroups;
import java.time.LocalTime;

/** Deletes the ids that no preview looks at any more, each night. */
public final class ForgetToldGroups {
  private static final TaskDescriptor<Void> FORGET = TaskDescriptor.of("fasit-told-groups");

  /** Danish civil time, real. */
  private static final LocalTime AT = LocalTime.of(3, 40);

  private ForgetToldGroups() {}

  public static RecurringTask<Void> task(ToldGroups told, BusinessClock clock) {
    return Tasks.recurring(FORGET, Schedules.daily(BusinessClock.DENMARK, AT))
        .execute((instance, context) -> told.forget(clock.now().minus(ChangePreview.BACK)));
  }
}
