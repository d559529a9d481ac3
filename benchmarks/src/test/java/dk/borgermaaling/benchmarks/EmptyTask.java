package dk.borgermaaling.benchmarks;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.SchedulableInstance;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dk.borgermaaling.gateway.testing.Database;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A task of db-scheduler that does nothing: what the scheduler alone can do. */
final class EmptyTask {
  private static final TaskDescriptor<Void> EMPTY = TaskDescriptor.of("empty");
  private static final int BATCH = 500;

  private final AtomicInteger done = new AtomicInteger();
  private final Database database;

  EmptyTask(Database database) {
    this.database = database;
  }

  /** Stores as many tasks, due then. */
  void plan(int count, Instant due) {
    SchedulerClient client = database.schedulerClient();
    for (int from = 0; from < count; from += BATCH) {
      List<SchedulableInstance<?>> some = new ArrayList<>(BATCH);
      for (int i = from; i < Math.min(from + BATCH, count); i++) {
        some.add(EMPTY.instance(done.get() + "-" + i).scheduledTo(due));
      }
      database.transactions().runInOne(() -> client.scheduleBatch(some));
    }
  }

  Scheduler node(String name, int threads, Duration look) {
    Task<Void> task = Tasks.oneTime(EMPTY).execute((instance, context) -> done.incrementAndGet());
    return scheduler(database, List.of(task), name, threads, look);
  }

  int done() {
    return done.get();
  }

  static Scheduler scheduler(
      Database database, List<Task<?>> tasks, String name, int threads, Duration look) {
    return Scheduler.create(database.gatewayDataSource(), tasks)
        .tableName("ops.scheduled_tasks")
        .schedulerName(new SchedulerName.Fixed(name))
        .threads(threads)
        .pollingInterval(look)
        .pollUsingLockAndFetch(0.5, 2.0)
        .build();
  }
}
