package dk.borgermaaling.gateway.invitation.wiring;

import dk.borgermaaling.gateway.citizen.KeyedHash;
import dk.borgermaaling.gateway.invitation.AllowedHours;
import dk.borgermaaling.gateway.invitation.CodeDesk;
import dk.borgermaaling.gateway.invitation.InvitationDesk;
import dk.borgermaaling.gateway.invitation.InvitationPlanner;
import dk.borgermaaling.gateway.invitation.Invitations;
import dk.borgermaaling.gateway.invitation.LinkTokens;
import dk.borgermaaling.gateway.invitation.NotificationPlan;
import dk.borgermaaling.gateway.invitation.PlanSettings;
import dk.borgermaaling.gateway.invitation.PlannedInvitations;
import dk.borgermaaling.gateway.invitation.SendingDesk;
import dk.borgermaaling.gateway.invitation.StoredInvitationDesk;
import dk.borgermaaling.gateway.invitation.StoredSendingDesk;
import dk.borgermaaling.gateway.invitation.calendar.DanishOfficeHours;
import dk.borgermaaling.gateway.invitation.crypto.HmacLetterCodes;
import dk.borgermaaling.gateway.invitation.crypto.HmacLinkTokens;
import dk.borgermaaling.gateway.invitation.jpa.JpaInvitations;
import dk.borgermaaling.gateway.invitation.jpa.SqlLetterCodes;
import dk.borgermaaling.gateway.kernel.BusinessClock;
import dk.borgermaaling.gateway.kernel.Transactions;
import dk.borgermaaling.gateway.kernel.wiring.GatewayDb;
import dk.borgermaaling.gateway.selection.InvitationBook;
import dk.borgermaaling.gateway.selection.Quarantine;
import jakarta.enterprise.context.ApplicationScoped;
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
  AllowedHours allowedHours() {
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
  InvitationPlanner planner(
      AllowedHours hours,
      @ConfigProperty(name = "gateway.invitation.wait", defaultValue = "PT48H") Duration wait,
      @ConfigProperty(name = "gateway.invitation.reminder-after", defaultValue = "P10D")
          Duration reminderAfter,
      @ConfigProperty(name = "gateway.invitation.close-after", defaultValue = "P28D")
          Duration closeAfter) {
    return new InvitationPlanner(new PlanSettings(wait, reminderAfter, closeAfter), hours);
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
