package dk.borgermaaling.gateway.caseevent.wiring;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import dk.borgermaaling.gateway.caseevent.CaseEventIntake;
import dk.borgermaaling.gateway.caseevent.CaseEventStatus;
import dk.borgermaaling.gateway.caseevent.CaseEventStore;
import dk.borgermaaling.gateway.caseevent.EventBatches;
import dk.borgermaaling.gateway.caseevent.EventOutcomes;
import dk.borgermaaling.gateway.caseevent.ParkedLetters;
import dk.borgermaaling.gateway.caseevent.Withdrawals;
import dk.borgermaaling.gateway.caseevent.tasks.ProcessCaseEvents;
import dk.borgermaaling.gateway.kernel.BusinessClock;
import dk.borgermaaling.gateway.kernel.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** What a sender may ask and do over any protocol. */
@ApplicationScoped
public class SenderWiring {
  @Produces
  @Singleton
  CaseEventStatus status(Transactions transactions, CaseEventStore store, EventOutcomes outcomes) {
    return new CaseEventStatus(transactions, store, outcomes);
  }

  @Produces
  @Singleton
  Withdrawals withdrawals(
      Transactions transactions,
      CaseEventStore store,
      ParkedLetters parked,
      SchedulerClient scheduler,
      Clock realClock,
      BusinessClock clock) {
    return new Withdrawals(
        transactions, store, parked, new ProcessCaseEvents(scheduler, realClock), clock);
  }

  @Produces
  @Singleton
  EventBatches batches(CaseEventIntake intake) {
    return new EventBatches(intake);
  }
}
