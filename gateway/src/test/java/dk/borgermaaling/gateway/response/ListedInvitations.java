package dk.borgermaaling.gateway.response;

import dk.borgermaaling.gateway.invitation.InvitationDesk;
import dk.borgermaaling.gateway.invitation.InvitationId;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.selection.SamplingMode;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Invitations by their tokens: {@code open-1}, {@code open-2}, {@code answered}, {@code closed}.
 */
public final class ListedInvitations implements InvitationDesk {
  private final Map<String, OpenedInvitation> byToken = new ConcurrentHashMap<>();

  public ListedInvitations() {
    add("open-1", "dagpenge", OpenedInvitation.State.OPEN);
    add("open-2", "syg", OpenedInvitation.State.OPEN);
    add("answered", "dagpenge", OpenedInvitation.State.ANSWERED);
    add("closed", "dagpenge", OpenedInvitation.State.CLOSED);
  }

  private void add(String token, String group, OpenedInvitation.State state) {
    byToken.put(
        token,
        new OpenedInvitation(
            new InvitationId(UUID.randomUUID()),
            new MunicipalityCode("0461"),
            group,
            SamplingMode.CONTINUOUS,
            state));
  }

  @Override
  public Optional<OpenedInvitation> open(String token) {
    return Optional.ofNullable(byToken.get(token));
  }

  @Override
  public synchronized boolean markAnswered(InvitationId invitation) {
    for (Map.Entry<String, OpenedInvitation> entry : byToken.entrySet()) {
      OpenedInvitation one = entry.getValue();
      if (one.id().equals(invitation) && one.state() == OpenedInvitation.State.OPEN) {
        entry.setValue(
            new OpenedInvitation(
                one.id(),
                one.municipality(),
                one.surveyGroup(),
                one.mode(),
                OpenedInvitation.State.ANSWERED));
        return true;
      }
    }
    return false;
  }
}
