package dk.borgermaaling.kmd.tasks;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * The tasks of db-scheduler: its row lock keeps two nodes from polling one municipality at once.
 */
public final class PollTasks {
  static final TaskDescriptor<Void> POLL = TaskDescriptor.of("momentum-poll");
  private static final TaskDescriptor<Void> CONNECT = TaskDescriptor.of("momentum-connections");

  static final TaskDescriptor<Void> DRY_RUN = TaskDescriptor.of("momentum-dry-run");

  private PollTasks() {}

  /** One instance a municipality, named by its code, while it is ordered or runs. */
  public static Task<Void> dryRun(Polling polling) {
    return Tasks.oneTime(DRY_RUN)
        .execute((instance, context) -> polling.dryRun(new MunicipalityCode(instance.getId())));
  }

  /** One instance a municipality, named by its code. */
  public static Task<Void> poll(Polling polling, Clock clock) {
    return Tasks.custom(POLL)
        .onFailureReschedule(FixedDelay.of(polling.interval()))
        .execute(
            (instance, context) -> {
              Optional<Duration> next = polling.run(new MunicipalityCode(instance.getId()));
              return (complete, operations) ->
                  next.ifPresentOrElse(
                      pause -> operations.reschedule(complete, clock.instant().plus(pause)),
                      operations::remove);
            });
  }

  /** Sees to it that every municipality with a connection has its instance. */
  public static Task<Void> connections(Polling polling, Clock clock) {
    return Tasks.recurring(CONNECT, FixedDelay.of(polling.interval()))
        .execute(
            (instance, context) ->
                polling
                    .municipalities()
                    .forEach(
                        municipality ->
                            context
                                .getSchedulerClient()
                                .scheduleIfNotExists(
                                    POLL.instance(municipality.value())
                                        .scheduledTo(clock.instant()))));
  }
}
