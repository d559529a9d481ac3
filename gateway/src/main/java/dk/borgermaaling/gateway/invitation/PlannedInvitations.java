package dk.borgermaaling.gateway.invitation;

import dk.borgermaaling.gateway.caseevent.StoredCaseEvent;
import dk.borgermaaling.gateway.citizen.CitizenId;
import dk.borgermaaling.gateway.selection.InvitationBook;
import dk.borgermaaling.gateway.selection.Occasion;
import dk.borgermaaling.gateway.selection.PastInvitation;
import dk.borgermaaling.gateway.selection.Quarantine;
import dk.borgermaaling.gateway.selection.TakenBack;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes invitations with their plans, and takes them back. */
public final class PlannedInvitations implements InvitationBook {
  private final Invitations invitations;
  private final InvitationPlanner planner;
  private final NotificationPlan notifications;
  private final Quarantine quarantine;
  private final Supplier<UUID> ids;

  public PlannedInvitations(
      Invitations invitations,
      InvitationPlanner planner,
      NotificationPlan notifications,
      Quarantine quarantine,
      Supplier<UUID> ids) {
    this.invitations = invitations;
    this.planner = planner;
    this.notifications = notifications;
    this.quarantine = quarantine;
    this.ids = ids;
  }

  @Override
  public List<PastInvitation> of(Collection<CitizenId> citizens) {
    return invitations.ofCitizens(citizens).stream()
        .filter(invitation -> !invitation.isWithdrawn())
        .map(Invitation::past)
        .toList();
  }

  @Override
  public PastInvitation planned(Occasion occasion, @Nullable String surveyGroup) {
    InvitationPlan plan = planner.plan(occasion, surveyGroup);
    StoredCaseEvent event =
        occasion instanceof Occasion.Happened happened ? happened.event() : null;
    return new PastInvitation(
        ids.get(),
        occasion.citizen(),
        occasion.municipality(),
        event == null ? null : event.source(),
        event == null ? null : event.entityId(),
        plan.plannedFirst(),
        plan.closesAt());
  }

  @Override
  public void invite(List<Made> made) {
    if (made.isEmpty()) {
      return;
    }
    List<Invitation> stored = new ArrayList<>();
    List<NotificationPlan.Planned> steps = new ArrayList<>();
    for (Made one : made) {
      InvitationId id = new InvitationId(one.invitation().id());
      InvitationPlan plan = planner.plan(one.occasion(), one.surveyGroup());
      stored.add(toBeStored(one, plan));
      steps.add(new NotificationPlan.Planned(id, one.occasion().municipality(), plan.steps()));
    }
    invitations.add(stored);
    quarantine.enter(made.stream().map(Made::invitation).toList());
    notifications.planAll(steps);
  }

  /** By one plan with its steps, should the table have changed since the decision. */
  private static Invitation toBeStored(Made made, InvitationPlan plan) {
    PastInvitation planned = made.invitation();
    Occasion occasion = made.occasion();
    return new Invitation(
        new InvitationId(planned.id()),
        planned.municipality(),
        planned.citizen(),
        made.surveyGroup(),
        occasion instanceof Occasion.Happened happened ? happened.event().eventId() : null,
        planned.source(),
        planned.entityId(),
        occasion instanceof Occasion.Drawn drawn ? drawn.round() : null,
        plan.plannedFirst(),
        plan.closesAt(),
        Invitation.State.PLANNED,
        false,
        null,
        false);
  }

  @Override
  public List<PastInvitation> takeBack(Collection<PastInvitation> concerned, TakenBack why) {
    List<PastInvitation> withdrawn = new ArrayList<>();
    for (PastInvitation one : concerned) {
      Invitation invitation =
          invitations
              .lock(new InvitationId(one.id()))
              .filter(locked -> !locked.stopped())
              .orElse(null);
      if (invitation == null) {
        continue;
      }
      Invitation after = invitation.takenBack(why);
      invitations.save(after);
      notifications.withdraw(invitation.id());
      if (after.isWithdrawn()) {
        withdrawn.add(one);
      }
    }
    quarantine.remove(withdrawn);
    return withdrawn;
  }
}
