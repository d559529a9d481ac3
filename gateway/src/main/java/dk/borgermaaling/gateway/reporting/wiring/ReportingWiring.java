package dk.borgermaaling.gateway.reporting.wiring;

import com.github.kagkarlsson.scheduler.task.Task;
import dk.borgermaaling.gateway.kernel.BusinessClock;
import dk.borgermaaling.gateway.kernel.Transactions;
import dk.borgermaaling.gateway.kernel.wiring.GatewayDb;
import dk.borgermaaling.gateway.kernel.wiring.ReportDb;
import dk.borgermaaling.gateway.reporting.ExclusionLimit;
import dk.borgermaaling.gateway.reporting.PublishedResults;
import dk.borgermaaling.gateway.reporting.ThemeCatalogue;
import dk.borgermaaling.gateway.reporting.jpa.AnswerRollUp;
import dk.borgermaaling.gateway.reporting.jpa.ParticipationRollUp;
import dk.borgermaaling.gateway.reporting.jpa.SqlResultStore;
import dk.borgermaaling.gateway.reporting.tasks.RollUpTasks;
import dk.borgermaaling.gateway.survey.Questionnaires;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;

/** Counting and publishing. The store of unsuppressed results is no bean: nobody else gets it. */
@Dependent
public class ReportingWiring {
  @Produces
  @Singleton
  ThemeCatalogue themes(Questionnaires questionnaires, BusinessClock clock) {
    return new ThemeCatalogue(questionnaires, clock);
  }

  @Produces
  @Singleton
  PublishedResults results(
      @ReportDb Jdbi report,
      @ConfigProperty(name = "gateway.reporting.exclusion-limit-percent", defaultValue = "3")
          BigDecimal exclusionLimit) {
    return new PublishedResults(new SqlResultStore(report), new ExclusionLimit(exclusionLimit));
  }

  @Produces
  @Singleton
  Task<Void> countAnswers(
      @ReportDb Jdbi report,
      Clock clock,
      ThemeCatalogue themes,
      Transactions transactions,
      @ConfigProperty(name = "gateway.reporting.count-interval", defaultValue = "P1D")
          Duration interval) {
    return RollUpTasks.answers(interval, new AnswerRollUp(report, clock), themes, transactions);
  }

  @Produces
  @Singleton
  Task<Void> countParticipation(
      @GatewayDb Jdbi gateway,
      BusinessClock clock,
      Transactions transactions,
      @ConfigProperty(name = "gateway.reporting.count-interval", defaultValue = "P1D")
          Duration interval) {
    return RollUpTasks.participation(
        interval, new ParticipationRollUp(gateway, clock), transactions);
  }
}
