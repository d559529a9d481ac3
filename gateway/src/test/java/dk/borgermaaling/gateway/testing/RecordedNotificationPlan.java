package dk.borgermaaling.gateway.testing;

import dk.borgermaaling.gateway.invitation.InvitationId;
import dk.borgermaaling.gateway.invitation.NotificationPlan;
import dk.borgermaaling.gateway.invitation.PlannedStep;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Remembers what was planned and withdrawn. */
public final class RecordedNotificationPlan implements NotificationPlan {
  private final Map<InvitationId, List<PlannedStep>> planned =
      Collections.synchronizedMap(new LinkedHashMap<>());
  private final List<InvitationId> withdrawn = Collections.synchronizedList(new ArrayList<>());

  @Override
  public void plan(
      InvitationId invitation, MunicipalityCode municipality, List<PlannedStep> steps) {
    planned.put(invitation, steps);
  }

  @Override
  public void withdraw(InvitationId invitation) {
    withdrawn.add(invitation);
  }

  public Map<InvitationId, List<PlannedStep>> planned() {
    return planned;
  }

  public List<InvitationId> withdrawn() {
    return withdrawn;
  }
}
