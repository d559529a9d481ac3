package dk.borgermaaling.gateway.selection.wiring;

import dk.borgermaaling.gateway.caseevent.CaseEventHandler;
import dk.borgermaaling.gateway.caseevent.CaseEventStore;
import dk.borgermaaling.gateway.caseevent.EventOutcomes;
import dk.borgermaaling.gateway.citizen.CitizenLock;
import dk.borgermaaling.gateway.citizen.CitizenVault;
import dk.borgermaaling.gateway.kernel.BusinessClock;
import dk.borgermaaling.gateway.kernel.Transactions;
import dk.borgermaaling.gateway.kernel.wiring.GatewayDb;
import dk.borgermaaling.gateway.municipality.Municipalities;
import dk.borgermaaling.gateway.selection.CaseFacts;
import dk.borgermaaling.gateway.selection.EventProcessing;
import dk.borgermaaling.gateway.selection.InvitationBook;
import dk.borgermaaling.gateway.selection.OptOutRegister;
import dk.borgermaaling.gateway.selection.jpa.SqlDecisionLog;
import dk.borgermaaling.gateway.selection.jpa.SqlEventOutcomes;
import dk.borgermaaling.gateway.survey.ConversationTriggers;
import dk.borgermaaling.gateway.survey.SurveyGroups;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;

/** The processing of events, with its rules. */
@ApplicationScoped
public class SelectionWiring {
  @Produces
  @Singleton
  CaseFacts caseFacts(
      CitizenVault vault,
      Municipalities municipalities,
      SurveyGroups groups,
      ConversationTriggers triggers,
      InvitationBook invitations,
      OptOutRegister optOuts,
      @ConfigProperty(name = "gateway.people.allow-replacement-cpr", defaultValue = "false")
          boolean allowReplacementCpr) {
    return new CaseFacts(
        vault, municipalities, groups, triggers, invitations, optOuts, allowReplacementCpr);
  }

  @Produces
  @Singleton
  EventOutcomes outcomes(@GatewayDb Jdbi jdbi) {
    return new SqlEventOutcomes(jdbi);
  }

  @Produces
  @Singleton
  CaseEventHandler processing(
      Transactions transactions,
      CaseEventStore events,
      CitizenLock lock,
      CaseFacts facts,
      @GatewayDb Jdbi jdbi,
      InvitationBook invitations,
      BusinessClock clock) {
    return new EventProcessing(
        transactions, events, lock, facts, new SqlDecisionLog(jdbi), invitations, clock);
  }
}
