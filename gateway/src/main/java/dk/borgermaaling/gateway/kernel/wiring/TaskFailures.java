package dk.borgermaaling.gateway.kernel.wiring;

import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.event.AbstractSchedulerListener;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import dk.borgermaaling.gateway.kernel.Causes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs a task that failed instead of db-scheduler, which would write the exceptions' messages: a
 * database's can hold what a citizen has answered.
 */
final class TaskFailures extends AbstractSchedulerListener {
  private static final Logger LOG = LoggerFactory.getLogger(TaskFailures.class);

  static SchedulerBuilder loggedBy(SchedulerBuilder builder) {
    return builder.failureLogging(LogLevel.OFF, false).addSchedulerListener(new TaskFailures());
  }

  @Override
  public void onExecutionComplete(ExecutionComplete complete) {
    if (complete.getResult() == ExecutionComplete.Result.FAILED) {
      LOG.error(
          "task {} failed and is tried again: {}",
          complete.getExecution().taskInstance.getTaskName(),
          complete.getCause().map(Causes::trace).orElse("no exception"));
    }
  }
}
