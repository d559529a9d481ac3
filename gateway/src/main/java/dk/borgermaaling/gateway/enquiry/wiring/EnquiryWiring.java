package dk.borgermaaling.gateway.enquiry.wiring;

import dk.borgermaaling.gateway.citizen.CitizenLock;
import dk.borgermaaling.gateway.citizen.CitizenNumbers;
import dk.borgermaaling.gateway.citizen.CitizenVault;
import dk.borgermaaling.gateway.enquiry.OptOutStore;
import dk.borgermaaling.gateway.enquiry.OptOuts;
import dk.borgermaaling.gateway.enquiry.SurveyFigures;
import dk.borgermaaling.gateway.enquiry.SurveyStatuses;
import dk.borgermaaling.gateway.enquiry.jpa.SqlFirstMessages;
import dk.borgermaaling.gateway.enquiry.jpa.SqlOptOutStore;
import dk.borgermaaling.gateway.kernel.BusinessClock;
import dk.borgermaaling.gateway.kernel.Transactions;
import dk.borgermaaling.gateway.kernel.wiring.GatewayDb;
import dk.borgermaaling.gateway.reporting.PublishedResults;
import dk.borgermaaling.gateway.reporting.ThemeCatalogue;
import dk.borgermaaling.gateway.selection.InvitationBook;
import dk.borgermaaling.gateway.survey.SurveyGroups;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.jdbi.v3.core.Jdbi;

/** What a caller may ask and tell about surveys, over any protocol. */
@ApplicationScoped
public class EnquiryWiring {
  /** Selection finds it as its register of opt-outs. */
  @Produces
  @Singleton
  OptOutStore optOutStore(@GatewayDb Jdbi jdbi) {
    return new SqlOptOutStore(jdbi);
  }

  @Produces
  @Singleton
  OptOuts optOuts(
      Transactions transactions,
      CitizenVault vault,
      CitizenLock lock,
      CitizenNumbers numbers,
      OptOutStore store,
      InvitationBook invitations,
      BusinessClock clock) {
    return new OptOuts(transactions, vault, lock, numbers, store, invitations, clock);
  }

  @Produces
  @Singleton
  SurveyStatuses statuses(@GatewayDb Jdbi jdbi, BusinessClock clock) {
    return new SurveyStatuses(new SqlFirstMessages(jdbi), clock);
  }

  @Produces
  @Singleton
  SurveyFigures figures(
      PublishedResults results, ThemeCatalogue themes, SurveyGroups groups, BusinessClock clock) {
    return new SurveyFigures(results, themes, groups, clock);
  }
}
