package dk.borgermaaling.gateway.notification.tasks;

import com.github.kagkarlsson.scheduler.ScheduledExecutionsFilter;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.SchedulerClient.ScheduleOptions;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceNotFoundException;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import dk.borgermaaling.gateway.notification.NotificationId;
import dk.borgermaaling.gateway.notification.NotificationQueue;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Enqueues on db-scheduler, whose client joins the open transaction. */
public final class SchedulerQueue implements NotificationQueue {
  private static final Logger LOG = LoggerFactory.getLogger(SchedulerQueue.class);

  /** Instance ids are unique; should one exist all the same, its task does the work. */
  private static final ScheduleOptions ONCE = ScheduleOptions.WHEN_EXISTS_DO_NOTHING;

  private final SchedulerClient client;
  private final Clock real;

  public SchedulerQueue(SchedulerClient client, Clock real) {
    this.client = client;
    this.real = real;
  }

  @Override
  public void enqueue(NotificationId id, Instant dueAt) {
    client.schedule(NotificationTasks.SEND_STEP.instance(id.toString()).build(), dueAt, ONCE);
  }

  /** Has a stored receipt matched as soon as this transaction is committed. */
  public void enqueueReceipt(UUID receipt) {
    client.schedule(
        NotificationTasks.MATCH_RECEIPT.instance(receipt.toString()).build(), real.instant(), ONCE);
  }

  /**
   * Wakes every step that waits, so that it asks the clock again: its moment was worked out with a
   * clock that has been set since. One that runs now has asked it anyway.
   */
  public void wakeAll() {
    Instant now = real.instant();
    client.fetchScheduledExecutionsForTask(
        NotificationTasks.SEND_STEP.getTaskName(),
        Void.class,
        ScheduledExecutionsFilter.all().withPicked(false),
        waiting -> wake(waiting.getTaskInstance(), now));
  }

  private void wake(TaskInstanceId step, Instant now) {
    try {
      client.reschedule(step, now);
    } catch (TaskInstanceCurrentlyExecutingException | TaskInstanceNotFoundException e) {
      LOG.debug("step {} was taken meanwhile", step.getId());
    }
  }
}
