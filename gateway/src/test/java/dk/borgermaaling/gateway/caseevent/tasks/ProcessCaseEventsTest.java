package dk.borgermaaling.gateway.caseevent.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import dk.borgermaaling.gateway.caseevent.EventQueue;
import dk.borgermaaling.gateway.kernel.Backoff;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProcessCaseEventsTest {
  private static final Instant DONE = Instant.parse("2026-11-23T08:00:00Z");
  private static final Backoff BACKOFF = new Backoff(Duration.ofSeconds(5), Duration.ofMinutes(5));

  @ParameterizedTest
  @CsvSource({"0, PT5S", "1, PT10S", "5, PT2M40S", "6, PT5M", "1000, PT5M"})
  void the_wait_after_a_failed_run_doubles_and_never_passes_its_ceiling(
      int failuresBefore, Duration wait) {
    Rescheduled next = new Rescheduled();
    ProcessCaseEvents.task(
            citizens -> {
              throw new IllegalStateException("the database is away");
            },
            Clock.systemUTC(),
            BACKOFF)
        .getFailureHandler()
        .onFailure(failed(failuresBefore), next);
    assertThat(next.at).isEqualTo(DONE.plus(wait));
  }

  private static ExecutionComplete failed(int failuresBefore) {
    Execution execution =
        new Execution(
            DONE,
            new TaskInstance<>(EventQueue.TASK, "task-1", UUID.randomUUID().toString()),
            true,
            "node-1",
            DONE,
            DONE,
            failuresBefore,
            DONE,
            1L);
    return ExecutionComplete.failure(
        execution, DONE.minusSeconds(1), DONE, new IllegalStateException("the database is away"));
  }

  /** Remembers when the task is to run again. */
  private static final class Rescheduled extends ExecutionOperations<String> {
    private Instant at = Instant.MIN;

    Rescheduled() {
      super(null, null, null);
    }

    @Override
    public void reschedule(ExecutionComplete completed, Instant nextExecutionTime) {
      at = nextExecutionTime;
    }
  }
}
