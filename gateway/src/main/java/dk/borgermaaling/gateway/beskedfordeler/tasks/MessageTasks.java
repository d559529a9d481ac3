package dk.borgermaaling.gateway.beskedfordeler.tasks;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.SchedulerClient.ScheduleOptions;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dk.borgermaaling.gateway.beskedfordeler.MessageStore;
import dk.borgermaaling.gateway.beskedfordeler.ProcessMessage;
import dk.borgermaaling.gateway.kernel.Backoff;
import dk.borgermaaling.gateway.kernel.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Consumer;

/** Understanding stored messages: one instance a message, named by its id, no data. */
public final class MessageTasks {
  private static final TaskDescriptor<Void> PROCESS = TaskDescriptor.of("process-message");
  private static final TaskDescriptor<Void> FORGET = TaskDescriptor.of("messages-forget");

  /** Real time; Beskedfordeler does not deliver anything again after that. */
  private static final Duration IDS_ARE_KEPT = Duration.ofDays(90);

  private MessageTasks() {}

  /** Enqueues in the open transaction. */
  public static Consumer<UUID> queue(SchedulerClient client, Clock real) {
    return id ->
        client.schedule(
            PROCESS.instance(id.toString()).build(),
            real.instant(),
            ScheduleOptions.WHEN_EXISTS_DO_NOTHING);
  }

  /**
   * What the scheduler runs.
   *
   * @param backoff wait after a run that failed; it is tried again for ever
   */
  public static OneTimeTask<Void> process(ProcessMessage process, Backoff backoff) {
    return Tasks.oneTime(PROCESS)
        .onFailure(
            (complete, operations) ->
                operations.reschedule(
                    complete,
                    complete
                        .getTimeDone()
                        .plus(backoff.after(complete.getExecution().consecutiveFailures + 1))))
        .execute((instance, context) -> process.run(UUID.fromString(instance.getId())));
  }

  /** Forgets the ids of old messages. */
  public static RecurringTask<Void> forget(
      Transactions transactions, MessageStore store, Clock real) {
    return Tasks.recurring(FORGET, FixedDelay.ofHours(12))
        .execute(
            (instance, context) ->
                transactions.runInOne(() -> store.forget(real.instant().minus(IDS_ARE_KEPT))));
  }
}
