package dk.borgermaaling.gateway.notification;

import dk.borgermaaling.gateway.invitation.InvitationId;
import dk.borgermaaling.gateway.invitation.NotificationPlan;
import dk.borgermaaling.gateway.invitation.PlannedStep;
import dk.borgermaaling.gateway.kernel.BusinessClock;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import java.util.List;
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
    for (PlannedStep step : steps) {
      NotificationId id = new NotificationId(municipality, UUID.randomUUID());
      ledger.add(Notification.planned(id, invitation, step.step(), step.plannedFor()));
      queue.enqueue(id, business.toReal(step.plannedFor()));
    }
  }

  @Override
  public void withdraw(InvitationId invitation) {
    for (NotificationId id : ledger.ofInvitation(invitation)) {
      ledger.<Boolean>change(id, step -> step.withdraw(Failure.INVITATION_WITHDRAWN));
    }
  }
}
