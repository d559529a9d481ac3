package dk.borgermaaling.gateway.console;

import dk.borgermaaling.gateway.citizen.CitizenId;
import dk.borgermaaling.gateway.invitation.InvitationId;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.selection.TakenBack;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** Invitations that were taken back, of which it is known why. */
public interface TakenBackLog {
  /** Those of these citizens in a municipality, by the event or round that led to them. */
  Map<UUID, Marked> ofCitizens(MunicipalityCode municipality, Collection<CitizenId> citizens);

  /** Those of these invitations. */
  Map<InvitationId, Marked> of(MunicipalityCode municipality, Collection<InvitationId> invitations);

  /**
   * How an invitation was taken back.
   *
   * @param hadLeft whether the first message had left, or may have, and no more was sent
   */
  record Marked(TakenBack takenBack, boolean hadLeft) {}
}
