package dk.borgermaaling.gateway.caseevent.wiring;

import dk.borgermaaling.gateway.caseevent.CaseEventStatus;
import dk.borgermaaling.gateway.caseevent.CaseEventStore;
import dk.borgermaaling.gateway.caseevent.EventOutcomes;
import dk.borgermaaling.gateway.kernel.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** What a sender may ask and do over any protocol. */
@ApplicationScoped
public class SenderWiring {
  @Produces
  @Singleton
  CaseEventStatus status(Transactions transactions, CaseEventStore store, EventOutcomes outcomes) {
    return new CaseEventStatus(transactions, store, outcomes);
  }
}
