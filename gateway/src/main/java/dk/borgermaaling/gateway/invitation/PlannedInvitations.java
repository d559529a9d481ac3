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
  public PastInvitation planned(Occasion occasion) {
    InvitationPlan plan = planner.plan(occasion.from(), occasion.notBefore());
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
    invitations.add(made.stream().map(PlannedInvitations::toBeStored).toList());
    quarantine.enter(made.stream().map(Made::invitation).toList());
    notifications.planAll(made.stream().map(this::steps).toList());
  }

  private NotificationPlan.Planned steps(Made made) {
    Occasion occasion = made.occasion();
    return new NotificationPlan.Planned(
        new InvitationId(made.invitation().id()),
        occasion.municipality(),
        planner.plan(occasion.from(), occasion.notBefore()).steps());
  }

  private static Invitation toBeStored(Made made) {
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
        planned.plannedFirst(),
        planned.closesAt(),
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
