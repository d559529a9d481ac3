package dk.borgermaaling.gateway.caseevent.tasks;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.SchedulerClient.ScheduleOptions;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import dk.borgermaaling.gateway.caseevent.ParkedLetters;
import dk.borgermaaling.gateway.caseevent.ParkedLetters.Selection;
import dk.borgermaaling.gateway.caseevent.Redrive;
import dk.borgermaaling.gateway.caseevent.RedriveRuns;
import dk.borgermaaling.gateway.caseevent.RedriveWork;
import dk.borgermaaling.gateway.kernel.Backoff;
import dk.borgermaaling.gateway.kernel.BusinessClock;
import dk.borgermaaling.gateway.kernel.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;

/**
 * Driving dead letters again: one instance a run, named by its number; and what every night does.
 */
public final class RedriveTasks {
  private static final TaskDescriptor<Void> REDRIVE = TaskDescriptor.of("redrive-dead-letters");
  private static final TaskDescriptor<Void> NIGHTLY = TaskDescriptor.of("dead-letters-nightly");

  /** Real time; who asked and what came of it is of no use for longer. */
  private static final Duration RUNS_ARE_KEPT = Duration.ofDays(90);

  private RedriveTasks() {}

  /** Enqueues runs on db-scheduler. */
  public static Redrive.Queue queue(SchedulerClient client, Clock real) {
    return (run, after) ->
        client.schedule(
            REDRIVE.instance(Long.toString(run)).build(),
            real.instant().plus(after),
            ScheduleOptions.WHEN_EXISTS_DO_NOTHING);
  }

  /**
   * What the scheduler runs.
   *
   * @param backoff wait after a run that was broken off, for example without a database
   */
  public static OneTimeTask<Void> redrive(RedriveWork work, Backoff backoff) {
    return Tasks.oneTime(REDRIVE)
        .onFailure(
            (complete, operations) ->
                operations.reschedule(
                    complete,
                    complete
                        .getTimeDone()
                        .plus(backoff.after(complete.getExecution().consecutiveFailures + 1))))
        .execute((instance, context) -> work.run(Long.parseLong(instance.getId())));
  }

  /**
   * Deletes content whose time is up and drives the rest again: a code may be known from a day on.
   *
   * @param at Danish civil time
   * @param keep business time from parking on
   */
  public static RecurringTask<Void> nightly(
      LocalTime at,
      Duration keep,
      Transactions transactions,
      ParkedLetters parked,
      RedriveRuns runs,
      Redrive redrive,
      BusinessClock business,
      Clock real) {
    return Tasks.recurring(NIGHTLY, Schedules.daily(BusinessClock.DENMARK, at))
        .execute(
            (instance, context) ->
                transactions.runInOne(
                    () -> {
                      parked.forget(business.now().minus(keep));
                      runs.forget(real.instant().minus(RUNS_ARE_KEPT));
                      redrive.ask(Selection.ALL, RedriveRuns.EVERY_NIGHT);
                    }));
  }
}
