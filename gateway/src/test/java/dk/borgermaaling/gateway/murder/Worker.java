package dk.borgermaaling.gateway.murder;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.Task;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dk.borgermaaling.gateway.testing.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A node without a server: the notification feature by plain constructors on a pool, db-scheduler
 * with a short lease, and a door for receipts. {@code main} takes the path of its settings.
 */
public final class Worker {
  /** Times four is the lease, as in production. */
  static final Duration HEARTBEAT = Duration.ofMillis(500);

  private static final int THREADS = 4;
  private static final int LOST_AFTER_SECONDS = 4;

  private Worker() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    WorkerSettings settings = WorkerSettings.read(Path.of(arguments[0]));
    JumpingClock clock = new JumpingClock(settings.clock());
    Database database = Database.at(settings.databasePort(), Worker::pooled);
    Patience.answer(
        Duration.ofMinutes(5),
        () ->
            database
                .gateway()
                .withHandle(handle -> handle.createQuery("SELECT 1").mapTo(int.class).one()));
    WorkerParts parts = new WorkerParts(settings, database, clock);
    parts.warmUp();
    scheduler(database, parts.tasks(), clock).start();
    ReceiptDoor.open(settings, parts.takeReceipt());
    Files.writeString(settings.ready(), "ready");
    new CountDownLatch(1).await();
  }

  private static Scheduler scheduler(Database database, List<Task<?>> tasks, JumpingClock clock) {
    return Scheduler.create(database.gatewayDataSource(), tasks)
        .tableName("ops.scheduled_tasks")
        .threads(THREADS)
        .pollingInterval(Duration.ofMillis(100))
        .heartbeatInterval(HEARTBEAT)
        .missedHeartbeatsLimit(4)
        .pollUsingLockAndFetch(0.5, 2.0)
        .clock(clock)
        .schedulerName(new SchedulerName.Fixed("worker-" + ProcessHandle.current().pid()))
        .build();
  }

  private static DataSource pooled(DataSource direct) {
    PGSimpleDataSource road = (PGSimpleDataSource) direct;
    road.setSocketTimeout(LOST_AFTER_SECONDS);
    road.setConnectTimeout(2);
    road.setLoginTimeout(2);
    HikariConfig config = new HikariConfig();
    config.setDataSource(direct);
    config.setMaximumPoolSize(THREADS + 4);
    config.setMinimumIdle(1);
    config.setConnectionTimeout(3_000);
    config.setValidationTimeout(1_000);
    config.setInitializationFailTimeout(-1);
    return new HikariDataSource(config);
  }
}
