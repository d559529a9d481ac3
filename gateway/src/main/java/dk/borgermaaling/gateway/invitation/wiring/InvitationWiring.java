package dk.borgermaaling.gateway.invitation.wiring;

import dk.borgermaaling.gateway.citizen.KeyedHash;
import dk.borgermaaling.gateway.invitation.CodeDesk;
import dk.borgermaaling.gateway.invitation.InvitationDesk;
import dk.borgermaaling.gateway.invitation.InvitationPlanner;
import dk.borgermaaling.gateway.invitation.Invitations;
import dk.borgermaaling.gateway.invitation.LetterUse;
import dk.borgermaaling.gateway.invitation.LinkTokens;
import dk.borgermaaling.gateway.invitation.NotificationPlan;
import dk.borgermaaling.gateway.invitation.PlanRules;
import dk.borgermaaling.gateway.invitation.PlanSettings;
import dk.borgermaaling.gateway.invitation.PlannedInvitations;
import dk.borgermaaling.gateway.invitation.SendingDesk;
import dk.borgermaaling.gateway.invitation.Spread;
import dk.borgermaaling.gateway.invitation.StoredInvitationDesk;
import dk.borgermaaling.gateway.invitation.StoredSendingDesk;
import dk.borgermaaling.gateway.invitation.calendar.DanishOfficeHours;
import dk.borgermaaling.gateway.invitation.crypto.HmacLetterCodes;
import dk.borgermaaling.gateway.invitation.crypto.HmacLinkTokens;
import dk.borgermaaling.gateway.invitation.jpa.JpaInvitations;
import dk.borgermaaling.gateway.invitation.jpa.SqlLetterCodes;
import dk.borgermaaling.gateway.invitation.jpa.SqlPlans;
import dk.borgermaaling.gateway.kernel.BusinessClock;
import dk.borgermaaling.gateway.kernel.Transactions;
import dk.borgermaaling.gateway.kernel.wiring.GatewayDb;
import dk.borgermaaling.gateway.kernel.wiring.Refreshing;
import dk.borgermaaling.gateway.selection.InvitationBook;
import dk.borgermaaling.gateway.selection.Quarantine;
import dk.borgermaaling.gateway.survey.SurveyGroups;
import dk.borgermaaling.gateway.tables.EditableTable;
import dk.borgermaaling.gateway.tables.MappingChanged;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;

/** Invitations, their plans and their links. */
@ApplicationScoped
public class InvitationWiring {
  @PersistenceContext(unitName = "gateway")
  private EntityManager entityManager;

  @Produces
  @Singleton
  Invitations invitations(@GatewayDb Jdbi jdbi) {
    return new JpaInvitations(entityManager, jdbi);
  }

  @Produces
  @Singleton
  DanishOfficeHours allowedHours() {
    return new DanishOfficeHours();
  }

  @Produces
  @Singleton
  LinkTokens linkTokens(@ConfigProperty(name = "gateway.invitation.link-key-file") String keyFile) {
    return HmacLinkTokens.from(Path.of(keyFile));
  }

  @Produces
  @Singleton
  CodeDesk codeDesk(
      Transactions transactions,
      @GatewayDb Jdbi jdbi,
      KeyedHash hash,
      LinkTokens tokens,
      @ConfigProperty(name = "gateway.invitation.link-key-file") String keyFile) {
    return new CodeDesk(
        transactions,
        HmacLetterCodes.from(Path.of(keyFile)),
        new SqlLetterCodes(jdbi, hash),
        tokens);
  }

  @Produces
  @Singleton
  SqlPlans plans(
      @GatewayDb Jdbi jdbi,
      @ConfigProperty(name = "gateway.invitation.wait", defaultValue = "PT48H") Duration wait,
      @ConfigProperty(name = "gateway.invitation.reminder-after", defaultValue = "P10D")
          Duration reminderAfter,
      @ConfigProperty(name = "gateway.invitation.close-after", defaultValue = "P28D")
          Duration closeAfter) {
    return new SqlPlans(jdbi, PlanRules.of(new PlanSettings(wait, reminderAfter, closeAfter)));
  }

  void start(
      @Observes @Priority(30) Startup event,
      SqlPlans plans,
      Refreshing refreshing,
      @ConfigProperty(name = "gateway.invitation.refresh-interval", defaultValue = "PT30S")
          Duration refreshInterval) {
    refreshing.start("the table of plans", refreshInterval, plans::refresh);
  }

  /** The node that changed the table need not wait for its own pause. */
  @Produces
  @Singleton
  MappingChanged refreshedPlans(SqlPlans plans) {
    return new MappingChanged() {
      @Override
      public void changed(String table) {
        plans.refresh();
      }
    };
  }

  /** Without a feature that prints letters nobody has agreed to any. */
  @Produces
  @Singleton
  EditableTable editablePlans(
      SqlPlans plans, SurveyGroups groups, BusinessClock clock, @Any Instance<LetterUse> letters) {
    return plans.editable(
        () -> groups.all(clock.today()),
        (municipality, on) -> letters.isResolvable() && letters.get().agreed(municipality, on));
  }

  @Produces
  @Singleton
  Spread spread(
      @ConfigProperty(name = "gateway.invitation.spread", defaultValue = "PT1H") Duration longest) {
    return new Spread(longest);
  }

  @Produces
  @Singleton
  InvitationPlanner planner(SqlPlans plans, DanishOfficeHours days, Spread spread) {
    return new InvitationPlanner(plans, days, spread);
  }

  @Produces
  @Singleton
  InvitationBook book(
      Invitations invitations,
      InvitationPlanner planner,
      NotificationPlan notifications,
      Quarantine quarantine) {
    return new PlannedInvitations(
        invitations, planner, notifications, quarantine, UUID::randomUUID);
  }

  @Produces
  @Singleton
  SendingDesk sendingDesk(
      Transactions transactions,
      Invitations invitations,
      Quarantine quarantine,
      LinkTokens tokens,
      BusinessClock clock,
      @ConfigProperty(name = "gateway.public-url") URI publicUrl) {
    return new StoredSendingDesk(transactions, invitations, quarantine, tokens, publicUrl, clock);
  }

  @Produces
  @Singleton
  InvitationDesk invitationDesk(
      Transactions transactions, Invitations invitations, LinkTokens tokens, BusinessClock clock) {
    return new StoredInvitationDesk(transactions, invitations, tokens, clock);
  }
}
