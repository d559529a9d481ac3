package dk.borgermaaling.gateway.reporting.tasks;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dk.borgermaaling.gateway.kernel.Transactions;
import dk.borgermaaling.gateway.reporting.ThemeCatalogue;
import dk.borgermaaling.gateway.reporting.ThemeCatalogue.ScoredQuestion;
import dk.borgermaaling.gateway.reporting.jpa.AnswerRollUp;
import dk.borgermaaling.gateway.reporting.jpa.ParticipationRollUp;
import java.time.Duration;
import java.util.List;

/**
 * Two tasks, because two database roles never share a transaction: answers into cells as the report
 * role, invitations into participation as the gateway's. Each runs at start and then after every
 * pause (real time).
 */
public final class RollUpTasks {
  private RollUpTasks() {}

  public static RecurringTask<Void> answers(
      Duration pause, AnswerRollUp rollUp, ThemeCatalogue themes, Transactions transactions) {
    return Tasks.recurring("count-answers", FixedDelay.of(pause))
        .execute(
            (instance, context) -> {
              List<ScoredQuestion> questions = themes.questions(rollUp.answeredVersions());
              transactions.runInOne(() -> rollUp.run(questions));
            });
  }

  public static RecurringTask<Void> participation(
      Duration pause, ParticipationRollUp rollUp, Transactions transactions) {
    return Tasks.recurring("count-participation", FixedDelay.of(pause))
        .execute((instance, context) -> transactions.runInOne(rollUp::run));
  }
}
