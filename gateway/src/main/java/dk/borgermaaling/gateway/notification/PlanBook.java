package dk.borgermaaling.gateway.notification;

import dk.borgermaaling.gateway.citizen.CitizenId;
import dk.borgermaaling.gateway.invitation.Channel;
import dk.borgermaaling.gateway.invitation.InvitationId;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The plans of invitations, as operators see and change them. Joins the open transaction. */
public interface PlanBook {
  /** Of a citizen in a municipality, the last planned first. */
  List<InvitationId> ofCitizen(MunicipalityCode municipality, CitizenId citizen);

  /** Those that a conversation or course of this reference of the case system led to. */
  List<InvitationId> ofCase(MunicipalityCode municipality, String entityId);

  Optional<PlanView> find(MunicipalityCode municipality, InvitationId invitation);

  /** As {@link #find}; nobody else changes the plan until the transaction ends. */
  Optional<PlanView> lock(MunicipalityCode municipality, InvitationId invitation);

  /**
   * Changes a step that has not left. The change of a reminder is kept in any case, so that the
   * plan is shown the same whatever has become of it.
   *
   * @return whether the step had not left; says of a reminder what nobody may be shown
   */
  boolean change(PlanView plan, PlanView.PlannedRow step, Change change);

  /**
   * What a step becomes.
   *
   * @param plannedFor business time
   * @param takenOut it does not leave at all
   * @param by user name
   */
  record Change(
      Instant plannedFor, List<Channel> channels, boolean takenOut, String reason, String by) {}
}
