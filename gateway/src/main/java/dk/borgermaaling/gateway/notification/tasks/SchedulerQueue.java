package dk.borgermaaling.gateway.notification.tasks;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.SchedulerClient.ScheduleOptions;
import com.github.kagkarlsson.scheduler.task.SchedulableInstance;
import dk.borgermaaling.gateway.notification.LookAgain;
import dk.borgermaaling.gateway.notification.NotificationId;
import dk.borgermaaling.gateway.notification.NotificationQueue;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Enqueues on db-scheduler, whose client joins the open transaction. */
public final class SchedulerQueue implements NotificationQueue, LookAgain {
  /** Instance ids are unique; should one exist all the same, its task does the work. */
  private static final ScheduleOptions ONCE = ScheduleOptions.WHEN_EXISTS_DO_NOTHING;

  private final SchedulerClient client;
  private final Jdbi jdbi;
  private final Clock real;

  public SchedulerQueue(SchedulerClient client, Jdbi jdbi, Clock real) {
    this.client = client;
    this.jdbi = jdbi;
    this.real = real;
  }

  @Override
  public void enqueue(Map<NotificationId, Instant> dueAt) {
    List<SchedulableInstance<?>> steps = new ArrayList<>();
    dueAt.forEach(
        (id, due) ->
            steps.add(NotificationTasks.SEND_STEP.instance(id.toString()).scheduledTo(due)));
    if (!steps.isEmpty()) {
      client.scheduleBatch(steps);
    }
  }

  /** An instance id of its own: a task that is just ending would take one of its name with it. */
  @Override
  public void at(NotificationId id, Instant at) {
    client.schedule(
        NotificationTasks.SEND_STEP.instance(id + ":" + UUID.randomUUID()).build(), at, ONCE);
  }

  /** Has a stored receipt matched as soon as this transaction is committed. */
  public void enqueueReceipt(UUID receipt) {
    client.schedule(
        NotificationTasks.MATCH_RECEIPT.instance(receipt.toString()).build(), real.instant(), ONCE);
  }

  /**
   * Wakes every step that waits, so that it asks the clock again: its moment was worked out with a
   * clock that has been set since. One that runs now is left alone.
   */
  public void wakeAll() {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    UPDATE ops.scheduled_tasks SET execution_time = :now, version = version + 1
                    WHERE task_name = :task AND NOT picked AND execution_time > :now
                    """)
                .bind("now", real.instant())
                .bind("task", NotificationTasks.SEND_STEP.getTaskName())
                .execute());
  }
}
