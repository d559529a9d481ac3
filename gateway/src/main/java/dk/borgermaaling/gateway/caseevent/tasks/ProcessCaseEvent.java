package dk.borgermaaling.gateway.caseevent.tasks;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dk.borgermaaling.gateway.caseevent.CaseEventHandler;
import dk.borgermaaling.gateway.caseevent.EventId;
import dk.borgermaaling.gateway.caseevent.EventQueue;
import dk.borgermaaling.gateway.kernel.Backoff;
import java.time.Clock;
import java.util.Collection;
import java.util.List;

/**
 * The task {@code process-case-event}: one for each event, its instance the municipality and the
 * event's id, no data.
 */
public final class ProcessCaseEvent implements EventQueue {
  public static final String NAME = "process-case-event";

  private final SchedulerClient scheduler;
  private final Clock realClock;

  public ProcessCaseEvent(SchedulerClient scheduler, Clock realClock) {
    this.scheduler = scheduler;
    this.realClock = realClock;
  }

  /**
   * What the scheduler runs.
   *
   * @param backoff wait after a run that failed; it is tried again for ever
   */
  public static OneTimeTask<Void> task(CaseEventHandler handler, Backoff backoff) {
    return Tasks.oneTime(NAME)
        .onFailure(
            (complete, operations) ->
                operations.reschedule(
                    complete,
                    complete
                        .getTimeDone()
                        .plus(backoff.after(complete.getExecution().consecutiveFailures + 1))))
        .execute((instance, context) -> handler.handle(EventId.parse(instance.getId())));
  }

  @Override
  public void enqueue(Collection<EventId> eventIds) {
    List<TaskInstance<?>> instances =
        eventIds.stream()
            .<TaskInstance<?>>map(id -> new TaskInstance<Void>(NAME, id.text()))
            .toList();
    if (!instances.isEmpty()) {
      scheduler.scheduleBatch(instances, realClock.instant());
    }
  }
}
