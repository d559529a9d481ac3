package dk.borgermaaling.gateway.caseevent.wiring;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import dk.borgermaaling.gateway.caseevent.CaseEventCodec;
import dk.borgermaaling.gateway.caseevent.CaseEventHandler;
import dk.borgermaaling.gateway.caseevent.CaseEventIntake;
import dk.borgermaaling.gateway.caseevent.CaseEventStore;
import dk.borgermaaling.gateway.caseevent.DeadLetters;
import dk.borgermaaling.gateway.caseevent.EventChecks;
import dk.borgermaaling.gateway.caseevent.EventRegister;
import dk.borgermaaling.gateway.caseevent.KnownTargetGroups;
import dk.borgermaaling.gateway.caseevent.SettingAside;
import dk.borgermaaling.gateway.caseevent.jpa.SqlCaseEvents;
import dk.borgermaaling.gateway.caseevent.tasks.ProcessCaseEvents;
import dk.borgermaaling.gateway.citizen.CitizenVault;
import dk.borgermaaling.gateway.kernel.Backoff;
import dk.borgermaaling.gateway.kernel.BusinessClock;
import dk.borgermaaling.gateway.kernel.Transactions;
import dk.borgermaaling.gateway.kernel.wiring.GatewayDb;
import dk.borgermaaling.gateway.municipality.Municipalities;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import org.jdbi.v3.core.Jdbi;

/** The store of events, the way in, and the task that goes on from there. */
@ApplicationScoped
public class CaseEventWiring {
  /** An event that cannot be processed now is tried again at least this often, until it can. */
  private static final Backoff AFTER_A_FAULT =
      new Backoff(Duration.ofSeconds(5), Duration.ofMinutes(5));

  private static final Duration SWEEP = Duration.ofMinutes(5);

  @Produces
  @Singleton
  CaseEventStore store(@GatewayDb Jdbi jdbi) {
    return new SqlCaseEvents(jdbi);
  }

  /** Without {@link SettingAside}: for what is kept already. */
  @Produces
  @Singleton
  @Typed(EventRegister.class)
  EventRegister register(
      Transactions transactions,
      Municipalities municipalities,
      KnownTargetGroups targetGroups,
      CitizenVault vault,
      CaseEventStore store,
      SchedulerClient scheduler,
      Clock realClock,
      BusinessClock clock) {
    return new EventRegister(
        transactions,
        new EventChecks(municipalities, targetGroups),
        vault,
        store,
        new ProcessCaseEvents(scheduler, realClock),
        clock);
  }

  @Produces
  @Singleton
  CaseEventIntake intake(
      Transactions transactions,
      EventRegister register,
      DeadLetters letters,
      CaseEventCodec codec) {
    return new SettingAside(transactions, register, letters, codec);
  }

  @Produces
  @Singleton
  OneTimeTask<String> processCaseEvents(CaseEventHandler handler, Clock realClock) {
    return ProcessCaseEvents.task(handler, realClock, AFTER_A_FAULT);
  }

  @Produces
  @Singleton
  RecurringTask<Void> sweepCaseEvents(CaseEventStore events, Clock realClock) {
    return ProcessCaseEvents.sweep(events, realClock, SWEEP);
  }
}
