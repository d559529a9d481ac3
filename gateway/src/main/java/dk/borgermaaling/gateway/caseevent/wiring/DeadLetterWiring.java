package dk.borgermaaling.gateway.caseevent.wiring;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import dk.borgermaaling.gateway.caseevent.CaseEventCodec;
import dk.borgermaaling.gateway.caseevent.CaseEventRedriver;
import dk.borgermaaling.gateway.caseevent.DeadLetters;
import dk.borgermaaling.gateway.caseevent.EventRegister;
import dk.borgermaaling.gateway.caseevent.ParkedLetters;
import dk.borgermaaling.gateway.caseevent.Redrive;
import dk.borgermaaling.gateway.caseevent.RedriveRuns;
import dk.borgermaaling.gateway.caseevent.RedriveWork;
import dk.borgermaaling.gateway.caseevent.Redriver;
import dk.borgermaaling.gateway.caseevent.jpa.JsonCaseEvents;
import dk.borgermaaling.gateway.caseevent.jpa.SqlDeadLetters;
import dk.borgermaaling.gateway.caseevent.jpa.SqlParkedLetters;
import dk.borgermaaling.gateway.caseevent.jpa.SqlRedriveRuns;
import dk.borgermaaling.gateway.caseevent.tasks.RedriveTasks;
import dk.borgermaaling.gateway.citizen.ContentCipher;
import dk.borgermaaling.gateway.kernel.Backoff;
import dk.borgermaaling.gateway.kernel.BusinessClock;
import dk.borgermaaling.gateway.kernel.Causes;
import dk.borgermaaling.gateway.kernel.Transactions;
import dk.borgermaaling.gateway.kernel.wiring.GatewayDb;
import dk.borgermaaling.gateway.tables.MappingChanged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What could not be understood: kept, and driven again. */
@ApplicationScoped
public class DeadLetterWiring {
  private static final Logger LOG = LoggerFactory.getLogger(DeadLetterWiring.class);

  /** How late an event may come and still be decided on; kept for less, it would be lost. */
  private static final int LATEST_DAYS = 30;

  private static final Backoff AFTER_A_FAULT =
      new Backoff(Duration.ofSeconds(5), Duration.ofMinutes(5));

  @Produces
  @Singleton
  SqlParkedLetters parkedLetters(@GatewayDb Jdbi jdbi, ContentCipher cipher) {
    return new SqlParkedLetters(jdbi, cipher);
  }

  @Produces
  @Singleton
  DeadLetters deadLetters(@GatewayDb Jdbi jdbi, SqlParkedLetters parked, BusinessClock clock) {
    return new SqlDeadLetters(jdbi, parked, clock);
  }

  @Produces
  @Singleton
  CaseEventCodec codec() {
    return new JsonCaseEvents();
  }

  @Produces
  @Singleton
  RedriveRuns redriveRuns(@GatewayDb Jdbi jdbi) {
    return new SqlRedriveRuns(jdbi);
  }

  @Produces
  @Singleton
  Redriver caseEventRedriver(CaseEventCodec codec, EventRegister register) {
    return new CaseEventRedriver(codec, register);
  }

  @Produces
  @Singleton
  Redrive redrive(
      Transactions transactions,
      RedriveRuns runs,
      SchedulerClient scheduler,
      Clock clock,
      @ConfigProperty(name = "gateway.survey.refresh-interval", defaultValue = "PT30S")
          Duration refreshInterval) {
    return new Redrive(
        transactions, runs, RedriveTasks.queue(scheduler, clock), refreshInterval.multipliedBy(2));
  }

  /** What the tables did not know is tried again by the new ones. */
  @Produces
  @Singleton
  MappingChanged redriven(Redrive redrive) {
    return new MappingChanged() {
      @Override
      public void changing(String table) {
        redrive.afterMappingChange();
      }
    };
  }

  @Produces
  @Singleton
  OneTimeTask<Void> redriveTask(
      Transactions transactions,
      ParkedLetters parked,
      RedriveRuns runs,
      @Any Instance<Redriver> redrivers) {
    return RedriveTasks.redrive(
        new RedriveWork(
            transactions,
            parked,
            runs,
            redrivers.stream().toList(),
            (entity, failure) ->
                LOG.error(
                    "a dead letter of {} in {} could not be driven again: {}",
                    entity.source(),
                    entity.municipality(),
                    Causes.trace(failure))),
        AFTER_A_FAULT);
  }

  @Produces
  @Singleton
  RecurringTask<Void> nightlyTask(
      Transactions transactions,
      ParkedLetters parked,
      RedriveRuns runs,
      Redrive redrive,
      BusinessClock business,
      Clock clock,
      @ConfigProperty(name = "gateway.dead-letters.nightly-at", defaultValue = "04:00")
          LocalTime at,
      @ConfigProperty(name = "gateway.dead-letters.keep-content", defaultValue = "45")
          int keepDays) {
    if (keepDays <= LATEST_DAYS) {
      throw new IllegalArgumentException(
          "gateway.dead-letters.keep-content must be more than "
              + LATEST_DAYS
              + " days: so late an event may still come");
    }
    return RedriveTasks.nightly(
        at, Duration.ofDays(keepDays), transactions, parked, runs, redrive, business, clock);
  }
}
