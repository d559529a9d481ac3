package dk.borgermaaling.gateway.invitation;

import dk.borgermaaling.gateway.caseevent.StoredCaseEvent;
import dk.borgermaaling.gateway.citizen.CitizenId;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.selection.InvitationBook;
import dk.borgermaaling.gateway.selection.PastInvitation;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Makes invitations with their plans, and takes them back. */
public final class PlannedInvitations implements InvitationBook {
  private final Invitations invitations;
  private final InvitationPlanner planner;
  private final NotificationPlan notifications;
  private final Supplier<UUID> ids;

  public PlannedInvitations(
      Invitations invitations,
      InvitationPlanner planner,
      NotificationPlan notifications,
      Supplier<UUID> ids) {
    this.invitations = invitations;
    this.planner = planner;
    this.notifications = notifications;
    this.ids = ids;
  }

  @Override
  public List<PastInvitation> of(CitizenId citizen) {
    return invitations.ofCitizen(citizen).stream()
        .filter(invitation -> !invitation.isWithdrawn())
        .map(
            invitation ->
                new PastInvitation(
                    invitation.municipality(),
                    invitation.source(),
                    invitation.entityId(),
                    invitation.plannedFirst(),
                    invitation.closesAt()))
        .toList();
  }

  @Override
  public void invite(StoredCaseEvent event, String surveyGroup) {
    InvitationPlan plan = planner.plan(event.occurredAt(), event.receivedAt());
    InvitationId id = new InvitationId(ids.get());
    invitations.add(
        new Invitation(
            id,
            event.municipality(),
            event.citizen(),
            surveyGroup,
            event.eventId(),
            event.source(),
            event.entityId(),
            plan.plannedFirst(),
            plan.closesAt(),
            Invitation.State.PLANNED,
            false,
            false));
    notifications.plan(id, event.municipality(), plan.steps());
  }

  @Override
  public void withdrawMadeFrom(StoredCaseEvent event) {
    takeBack(event.occurredAt(), madeFrom(event));
  }

  @Override
  public void withdrawMadeFromForOthers(StoredCaseEvent event) {
    takeBack(
        event.occurredAt(),
        madeFrom(event).filter(invitation -> !invitation.citizen().equals(event.citizen())));
  }

  private Stream<Invitation> madeFrom(StoredCaseEvent event) {
    return invitations.madeFrom(event.municipality(), event.source(), event.entityId()).stream();
  }

  @Override
  public void withdrawInMunicipality(StoredCaseEvent event) {
    withdrawInMunicipality(event.citizen(), event.municipality(), event.occurredAt());
  }

  @Override
  public void withdrawInMunicipality(CitizenId citizen, MunicipalityCode municipality, Instant at) {
    takeBack(
        at,
        invitations.ofCitizen(citizen).stream()
            .filter(invitation -> invitation.municipality().equals(municipality)));
  }

  @Override
  public void withdrawEverywhere(StoredCaseEvent event) {
    takeBack(event.occurredAt(), invitations.ofCitizen(event.citizen()).stream());
  }

  private void takeBack(Instant at, Stream<Invitation> concerned) {
    concerned
        .filter(invitation -> !invitation.stopped() && !invitation.isClosed(at))
        .map(Invitation::id)
        .flatMap(id -> invitations.lock(id).stream())
        .forEach(
            invitation -> {
              invitations.save(invitation.takenBack());
              notifications.withdraw(invitation.id());
            });
  }
}
