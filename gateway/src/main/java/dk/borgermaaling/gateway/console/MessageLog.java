package dk.borgermaaling.gateway.console;

import dk.borgermaaling.gateway.invitation.InvitationId;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** Whom invitations are to. */
public interface MessageLog {
  /** The citizen's id for each of these invitations of one municipality. */
  Map<InvitationId, UUID> citizens(
      MunicipalityCode municipality, Collection<InvitationId> invitations);
}
