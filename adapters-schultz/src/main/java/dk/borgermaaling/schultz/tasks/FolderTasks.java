package dk.borgermaaling.schultz.tasks;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;

/** The tasks of db-scheduler: its row lock keeps two nodes from one tenant's folder. */
public final class FolderTasks {
  private static final TaskDescriptor<Void> LOOK = TaskDescriptor.of("fasit-files");
  private static final TaskDescriptor<Void> FOLDERS = TaskDescriptor.of("fasit-folders");

  private FolderTasks() {}

  /** One instance a tenant, by its name. */
  public static Task<Void> look(FolderPolling polling, Clock clock) {
    return Tasks.custom(LOOK)
        .onFailureReschedule(FixedDelay.of(polling.interval()))
        .execute(
            (instance, context) -> {
              boolean again = polling.run(instance.getId());
              return (complete, operations) -> {
                if (again) {
                  operations.reschedule(complete, clock.instant().plus(polling.interval()));
                } else {
                  operations.remove();
                }
              };
            });
  }

  /** Sees to it that every tenant has its instance. */
  public static Task<Void> folders(FolderPolling polling, Clock clock) {
    return Tasks.recurring(FOLDERS, FixedDelay.of(polling.interval()))
        .execute(
            (instance, context) ->
                polling
                    .names()
                    .forEach(
                        name ->
                            context
                                .getSchedulerClient()
                                .scheduleIfNotExists(
                                    LOOK.instance(name).scheduledTo(clock.instant()))));
  }
}
