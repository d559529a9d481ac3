package dk.borgermaaling.gateway.enquiry;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgermaaling.gateway.caseevent.CaseEvent;
import dk.borgermaaling.gateway.caseevent.EventReceipt;
import dk.borgermaaling.gateway.invitation.InvitationId;
import dk.borgermaaling.gateway.invitation.NotificationPlan;
import dk.borgermaaling.gateway.invitation.PlannedStep;
import dk.borgermaaling.gateway.kernel.CprNumber;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.notification.Notification;
import dk.borgermaaling.gateway.notification.NotificationId;
import dk.borgermaaling.gateway.notification.NotificationLedger;
import dk.borgermaaling.gateway.notification.PlanSteps;
import dk.borgermaaling.gateway.notification.jpa.JpaNotifications;
import dk.borgermaaling.gateway.testing.CoreFixture;
import dk.borgermaaling.gateway.testing.Events;
import dk.borgermaaling.gateway.testing.RecordedNotificationPlan;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Events that lead to invitations whose steps are stored, ready to be sent. */
abstract class SentInvitations {
  static final String CPR = "6701809995";
  static final CprNumber CITIZEN = new CprNumber(CPR);
  static final LocalDate FRIDAY = LocalDate.of(2026, 11, 20);
  static final LocalDate LONG_AGO = LocalDate.of(2026, 6, 1);

  private final Steps steps = new Steps();
  final CoreFixture core = new CoreFixture(steps);
  final NotificationLedger ledger =
      new JpaNotifications(core.database.entityManager(), core.database.gateway());

  SentInvitations() {
    steps.behind = new PlanSteps(ledger, due -> {}, core.clock);
  }

  static CaseEvent conversation(MunicipalityCode municipality, String cpr, LocalDate on) {
    return Events.of(municipality, cpr).group("6.1", LONG_AGO).held(7, on);
  }

  void accept(CaseEvent... events) {
    register(events);
    core.processAll();
  }

  void register(CaseEvent... events) {
    assertThat(core.intake.register(List.of(events)))
        .allMatch(EventReceipt.Stored.class::isInstance);
  }

  /** Decision of this event. */
  String outcomeOf(CaseEvent event) {
    return core.database
        .texts(
            "SELECT coalesce(reason, outcome) FROM intake.decision WHERE event_id = '"
                + event.eventId()
                + "'")
        .get(0);
  }

  /** Invitation with its steps, as {@code PLANNED first PLANNED reminder-1 PLANNED}, by event. */
  List<String> invitations() {
    return core.database.texts(
        """
        SELECT i.state || CASE WHEN i.stopped THEN ' stopped ' ELSE ' ' END
          || (SELECT string_agg(step || ' ' || n.state, ' ' ORDER BY step)
              FROM contact.notification n WHERE n.invitation_id = i.id)
        FROM contact.invitation i JOIN intake.case_event e USING (municipality_code, event_id)
        ORDER BY e.arrival
        """);
  }

  InvitationId invitationOf(CaseEvent event) {
    return new InvitationId(
        UUID.fromString(
            core.database
                .texts(
                    "SELECT id FROM contact.invitation WHERE event_id = '" + event.eventId() + "'")
                .get(0)));
  }

  /** Starts the call of the first message, as the task that sends it does. */
  boolean startFirstOf(InvitationId invitation) {
    NotificationId first = firstOf(invitation);
    UUID run = UUID.randomUUID();
    core.database
        .transactions()
        .runInOne(() -> ledger.<Boolean>change(first, step -> step.claim(run)));
    Notification.Identifiers identifiers =
        new Notification.Identifiers(UUID.randomUUID(), UUID.randomUUID());
    Instant now = core.clock.now();
    return core.sendingDesk.letGo(
        invitation,
        () -> ledger.<Boolean>change(first, step -> step.start(run, identifiers, now, now)));
  }

  private NotificationId firstOf(InvitationId invitation) {
    List<String> key =
        core.database.texts(
            "SELECT municipality_code || ' ' || id FROM contact.notification"
                + " WHERE step = 'first' AND invitation_id = '"
                + invitation
                + "'");
    return new NotificationId(
        new MunicipalityCode(key.get(0).substring(0, 4)), UUID.fromString(key.get(0).substring(5)));
  }

  static void atOnce(Runnable one, Runnable other) throws InterruptedException, ExecutionException {
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      List<Callable<Object>> both = List.of(Executors.callable(one), Executors.callable(other));
      for (Future<Object> done : threads.invokeAll(both)) {
        done.get();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  /** The steps need the database that the fixture makes. */
  private static final class Steps implements NotificationPlan {
    private NotificationPlan behind = new RecordedNotificationPlan();

    @Override
    public void plan(
        InvitationId invitation, MunicipalityCode municipality, List<PlannedStep> planned) {
      behind.plan(invitation, municipality, planned);
    }

    @Override
    public void withdraw(InvitationId invitation) {
      behind.withdraw(invitation);
    }
  }
}
