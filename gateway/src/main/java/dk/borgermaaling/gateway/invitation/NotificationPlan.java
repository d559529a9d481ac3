package dk.borgermaaling.gateway.invitation;

import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import java.util.List;

/**
 * Where an invitation's steps are handed over to be sent; the feature {@code notification}
 * implements it.
 */
public interface NotificationPlan {
  /** Stores the steps and enqueues each at its planned time, in the open transaction. */
  void plan(InvitationId invitation, MunicipalityCode municipality, List<PlannedStep> steps);

  /** As {@link #plan}, of many invitations at once. */
  default void planAll(List<Planned> invitations) {
    invitations.forEach(one -> plan(one.invitation(), one.municipality(), one.steps()));
  }

  /** Takes back every step that has not left yet, in the open transaction. */
  void withdraw(InvitationId invitation);

  /** An invitation with its steps. */
  record Planned(InvitationId invitation, MunicipalityCode municipality, List<PlannedStep> steps) {}
}
