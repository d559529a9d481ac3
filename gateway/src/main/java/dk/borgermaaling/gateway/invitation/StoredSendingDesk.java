package dk.borgermaaling.gateway.invitation;

import dk.borgermaaling.gateway.kernel.BusinessClock;
import dk.borgermaaling.gateway.kernel.Transactions;
import java.net.URI;

/**
 * Answers the sending code from the stored invitation, under its lock. Letting the first step go
 * opens the invitation; asked again for the same step, the answer is the same.
 */
public final class StoredSendingDesk implements SendingDesk {
  private final Transactions transactions;
  private final Invitations invitations;
  private final LinkTokens tokens;
  private final URI publicUrl;
  private final BusinessClock clock;

  /**
   * @param publicUrl where citizens reach the gateway; a link is this, {@code s/} and the token
   */
  public StoredSendingDesk(
      Transactions transactions,
      Invitations invitations,
      LinkTokens tokens,
      URI publicUrl,
      BusinessClock clock) {
    this.transactions = transactions;
    this.invitations = invitations;
    this.tokens = tokens;
    this.publicUrl = withSlash(publicUrl);
    this.clock = clock;
  }

  private static URI withSlash(URI url) {
    if (!url.isAbsolute()) {
      throw new IllegalArgumentException("gateway.public-url must be an absolute URL");
    }
    return url.toString().endsWith("/") ? url : URI.create(url + "/");
  }

  @Override
  public Permission ask(InvitationId id, Step step) {
    return transactions.inOne(
        () ->
            invitations
                .lock(id)
                .map(invitation -> answer(invitation, step))
                .orElseThrow(() -> new IllegalStateException("no invitation has the id " + id)));
  }

  private Permission answer(Invitation invitation, Step step) {
    if (invitation.isWithdrawn() || invitation.stopped()) {
      return new Permission.Refused("WITHDRAWN");
    }
    if (invitation.isClosed(clock.now())) {
      return new Permission.Refused("CLOSED");
    }
    if (step.isReminder() && invitation.state() == Invitation.State.PLANNED) {
      return new Permission.Refused("FIRST_MESSAGE_NEVER_LEFT");
    }
    if (invitation.answered()) {
      return new Permission.NotNeeded();
    }
    if (invitation.state() == Invitation.State.PLANNED) {
      invitations.save(invitation.letGo());
    }
    return new Permission.Granted(
        invitation.citizen(),
        invitation.municipality(),
        publicUrl.resolve("s/" + tokens.tokenOf(invitation.id())));
  }
}
