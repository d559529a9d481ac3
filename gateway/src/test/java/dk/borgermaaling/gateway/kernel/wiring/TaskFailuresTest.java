package dk.borgermaaling.gateway.kernel.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dk.borgermaaling.gateway.testing.Database;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TaskFailuresTest {
  private static final String COMMENT = "min sagsbehandler er god";
  private final Database database = Database.fresh();
  private final List<String> log = new CopyOnWriteArrayList<>();
  private final CountDownLatch logged = new CountDownLatch(1);
  private final Handler listener =
      new Handler() {
        @Override
        public void publish(LogRecord line) {
          String text = new SimpleFormatter().format(line);
          log.add(text);
          if (text.contains("task answer-batch failed")) {
            logged.countDown();
          }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  @BeforeEach
  void listen() {
    Logger.getLogger("").addHandler(listener);
  }

  @AfterEach
  void stopListening() {
    Logger.getLogger("").removeHandler(listener);
  }

  @Test
  void a_task_that_fails_is_named_with_its_causes_and_no_message() throws InterruptedException {
    var task =
        Tasks.recurring("answer-batch", FixedDelay.of(Duration.ofDays(1)))
            .execute(
                (instance, context) -> {
                  throw new IllegalStateException(COMMENT, new ArithmeticException(COMMENT));
                });
    Scheduler scheduler =
        TaskFailures.loggedBy(Scheduler.create(database.gatewayDataSource(), List.of()))
            .tableName(SchedulerWiring.TABLE)
            .startTasks(List.of(task))
            .threads(1)
            .pollingInterval(Duration.ofMillis(50))
            .build();
    scheduler.start();
    try {
      assertThat(logged.await(20, TimeUnit.SECONDS)).isTrue();
    } finally {
      scheduler.stop();
    }
    assertThat(String.join("\n", log))
        .contains("java.lang.IllegalStateException", "<- java.lang.ArithmeticException")
        .doesNotContain(COMMENT);
  }
}
