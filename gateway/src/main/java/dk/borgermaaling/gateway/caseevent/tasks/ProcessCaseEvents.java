package dk.borgermaaling.gateway.caseevent.tasks;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dk.borgermaaling.gateway.caseevent.CaseEventHandler;
import dk.borgermaaling.gateway.caseevent.CaseEventStore;
import dk.borgermaaling.gateway.caseevent.EventQueue;
import dk.borgermaaling.gateway.citizen.CitizenId;
import dk.borgermaaling.gateway.kernel.Backoff;
import dk.borgermaaling.gateway.kernel.Causes;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The task {@code process-case-events}: what waits of some citizens, whose ids are its data. When
 * it fails for many, each of them gets a task of its own, so that one whose events cannot be
 * processed holds up nobody else.
 */
public final class ProcessCaseEvents implements EventQueue {
  /** In one transaction: their locks are held together. */
  static final int MOST_CITIZENS = 100;

  private static final Logger LOG = LoggerFactory.getLogger(ProcessCaseEvents.class);
  private static final String BETWEEN = ",";

  private final SchedulerClient scheduler;
  private final Clock realClock;

  public ProcessCaseEvents(SchedulerClient scheduler, Clock realClock) {
    this.scheduler = scheduler;
    this.realClock = realClock;
  }

  /**
   * What the scheduler runs.
   *
   * @param backoff wait after a run that failed; it is tried again for ever
   */
  public static OneTimeTask<String> task(
      CaseEventHandler handler, Clock realClock, Backoff backoff) {
    return Tasks.oneTime(TASK, String.class)
        .onFailure(
            (complete, operations) ->
                operations.reschedule(
                    complete,
                    complete
                        .getTimeDone()
                        .plus(backoff.after(complete.getExecution().consecutiveFailures + 1))))
        .execute(
            (instance, context) ->
                handle(
                    parse(instance.getData()),
                    handler,
                    new ProcessCaseEvents(context.getSchedulerClient(), realClock)));
  }

  /**
   * Sees to it that nothing waits without a task, which no crash should cause and a mistake of ours
   * could.
   *
   * @param interval real time
   */
  public static RecurringTask<Void> sweep(
      CaseEventStore events, Clock realClock, Duration interval) {
    return Tasks.recurring("sweep-case-events", FixedDelay.of(interval))
        .execute(
            (instance, context) -> {
              List<CitizenId> waiting = events.waiting(MOST_CITIZENS);
              new ProcessCaseEvents(context.getSchedulerClient(), realClock).enqueue(waiting);
            });
  }

  private static void handle(
      List<CitizenId> citizens, CaseEventHandler handler, ProcessCaseEvents queue) {
    try {
      handler.handle(citizens);
    } catch (RuntimeException e) {
      if (citizens.size() == 1) {
        throw e;
      }
      LOG.warn(
          "The events of {} citizens are tried one by one: {}", citizens.size(), Causes.names(e));
      queue.enqueue(citizens, 1);
    }
  }

  @Override
  public void enqueue(Collection<CitizenId> citizens) {
    enqueue(citizens, MOST_CITIZENS);
  }

  private void enqueue(Collection<CitizenId> citizens, int most) {
    List<CitizenId> all = List.copyOf(citizens);
    List<TaskInstance<?>> instances = new ArrayList<>();
    for (int from = 0; from < all.size(); from += most) {
      List<CitizenId> some = all.subList(from, Math.min(from + most, all.size()));
      instances.add(new TaskInstance<>(TASK, UUID.randomUUID().toString(), text(some)));
    }
    if (!instances.isEmpty()) {
      scheduler.scheduleBatch(instances, realClock.instant());
    }
  }

  private static String text(List<CitizenId> citizens) {
    return citizens.stream().map(id -> id.value().toString()).collect(Collectors.joining(BETWEEN));
  }

  /** Reads the data of a task. */
  public static List<CitizenId> parse(String data) {
    return Arrays.stream(data.split(BETWEEN)).map(UUID::fromString).map(CitizenId::new).toList();
  }
}
