package dk.borgermaaling.gateway.notification;

import dk.borgermaaling.gateway.invitation.InvitationId;
import dk.borgermaaling.gateway.invitation.NotificationPlan;
import dk.borgermaaling.gateway.invitation.PlannedStep;
import dk.borgermaaling.gateway.kernel.BusinessClock;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Takes over the steps of an invitation: a row and a task for each, in the open transaction. */
public final class PlanSteps implements NotificationPlan {
  private final NotificationLedger ledger;
  private final NotificationQueue queue;
  private final BusinessClock business;

  public PlanSteps(NotificationLedger ledger, NotificationQueue queue, BusinessClock business) {
    this.ledger = ledger;
    this.queue = queue;
    this.business = business;
  }

  @Override
  public void plan(
      InvitationId invitation, MunicipalityCode municipality, List<PlannedStep> steps) {
    planAll(List.of(new Planned(invitation, municipality, steps)));
  }

  @Override
  public void planAll(List<Planned> invitations) {
    List<Notification> added = new ArrayList<>();
    Map<NotificationId, Instant> due = new LinkedHashMap<>();
    for (Planned planned : invitations) {
      for (PlannedStep step : planned.steps()) {
        NotificationId id = new NotificationId(planned.municipality(), UUID.randomUUID());
        added.add(Notification.planned(id, planned.invitation(), step));
        due.put(id, business.toReal(step.plannedFor()));
      }
    }
    ledger.add(added);
    queue.enqueue(due);
  }

  @Override
  public void withdraw(InvitationId invitation) {
    for (NotificationId id : ledger.ofInvitation(invitation)) {
      ledger.<Boolean>change(id, step -> step.withdraw(Failure.INVITATION_WITHDRAWN));
    }
  }
}
