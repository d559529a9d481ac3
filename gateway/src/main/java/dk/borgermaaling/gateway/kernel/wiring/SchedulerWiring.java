package dk.borgermaaling.gateway.kernel.wiring;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.OnStartup;
import com.github.kagkarlsson.scheduler.task.Task;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * db-scheduler over all {@link Task} beans of all features. A producer of a task must name its data
 * type ({@code Task<Void>}, {@code OneTimeTask<String>}): CDI refuses wildcards there. Recurring
 * tasks start by themselves.
 */
@ApplicationScoped
public class SchedulerWiring {
  static final String TABLE = "ops.scheduled_tasks";

  /** After so many silent intervals a node counts as dead and its tasks are run by another. */
  private static final int MISSED_HEARTBEATS = 4;

  @Resource private ManagedThreadFactory threadFactory;

  private @Nullable Scheduler scheduler;

  /**
   * Enqueues in the caller's transaction. Knows no task, so that tasks themselves may depend on it.
   */
  @Produces
  @Singleton
  SchedulerClient client(@GatewayDb DataSource source) {
    return SchedulerClient.Builder.create(source, List.of()).tableName(TABLE).build();
  }

  void start(
      @Observes @Priority(1000) Startup event,
      @GatewayDb DataSource dataSource,
      @Any Instance<Task<?>> tasks,
      @ConfigProperty(name = "gateway.scheduler.poll-interval", defaultValue = "PT1S")
          Duration pollInterval,
      @ConfigProperty(name = "gateway.scheduler.heartbeat-interval", defaultValue = "PT30S")
          Duration heartbeatInterval,
      @ConfigProperty(name = "gateway.scheduler.threads", defaultValue = "8") int threads) {
    if (pollInterval.toMillis() < 1 || heartbeatInterval.toMillis() < 1 || threads < 1) {
      throw new IllegalArgumentException(
          "the intervals of gateway.scheduler must be above 0 and its threads at least 1");
    }
    List<Task<?>> plain = new ArrayList<>();
    List<Task<?>> recurring = new ArrayList<>();
    for (Task<?> task : tasks) {
      (task instanceof OnStartup ? recurring : plain).add(task);
    }
    // Plain executors on managed threads: a ManagedExecutorService may not be shut down by an
    // application, and stop() does.
    SchedulerBuilder builder =
        TaskFailures.loggedBy(Scheduler.create(dataSource, plain))
            .tableName(TABLE)
            .threads(threads)
            .executorService(Executors.newFixedThreadPool(threads, threadFactory))
            .dueExecutor(Executors.newSingleThreadExecutor(threadFactory))
            .housekeeperExecutor(Executors.newScheduledThreadPool(3, threadFactory))
            .pollingInterval(pollInterval)
            .heartbeatInterval(heartbeatInterval)
            .missedHeartbeatsLimit(MISSED_HEARTBEATS)
            .pollUsingLockAndFetch(0.5, 2.0);
    recurring.forEach(task -> addRecurring(builder, task));
    Scheduler made = builder.build();
    made.start();
    scheduler = made;
  }

  @SuppressWarnings(
      "unchecked") // Both types were checked by instanceof; Java cannot name their intersection.
  private static <T extends Task<?> & OnStartup> void addRecurring(
      SchedulerBuilder builder, Task<?> task) {
    builder.startTasks(List.of((T) task));
  }

  @PreDestroy
  void stop() {
    Scheduler running = scheduler;
    if (running != null) {
      running.stop();
    }
  }
}
