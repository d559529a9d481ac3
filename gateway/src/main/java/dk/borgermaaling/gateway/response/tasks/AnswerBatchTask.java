package dk.borgermaaling.gateway.response.tasks;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dk.borgermaaling.gateway.response.AnswerBatch;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the batch on a real interval. The scheduler's own rows are of another role and another
 * transaction; they tell when it ran, never for whom.
 */
public final class AnswerBatchTask {
  private static final Logger LOG = LoggerFactory.getLogger(AnswerBatchTask.class);

  private AnswerBatchTask() {}

  public static RecurringTask<Void> every(Duration interval, AnswerBatch batch) {
    return Tasks.recurring("answer-batch", FixedDelay.of(interval))
        .execute((instance, context) -> run(batch));
  }

  private static void run(AnswerBatch batch) {
    AnswerBatch.Result result = batch.run();
    if (result.unreadable() > 0) {
      LOG.error(
          "{} sealed answers cannot be opened: a key is missing. They are in"
              + " answers.unreadable_answer",
          result.unreadable());
    }
  }
}
