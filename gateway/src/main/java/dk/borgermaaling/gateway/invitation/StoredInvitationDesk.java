package dk.borgermaaling.gateway.invitation;

import dk.borgermaaling.gateway.invitation.InvitationDesk.OpenedInvitation.State;
import dk.borgermaaling.gateway.kernel.BusinessClock;
import dk.borgermaaling.gateway.kernel.Transactions;
import java.util.Optional;

/** Answers the citizen's page from the stored invitation. */
public final class StoredInvitationDesk implements InvitationDesk {
  private final Transactions transactions;
  private final Invitations invitations;
  private final LinkTokens tokens;
  private final BusinessClock clock;

  public StoredInvitationDesk(
      Transactions transactions, Invitations invitations, LinkTokens tokens, BusinessClock clock) {
    this.transactions = transactions;
    this.invitations = invitations;
    this.tokens = tokens;
    this.clock = clock;
  }

  @Override
  public Optional<OpenedInvitation> open(String token) {
    return tokens
        .invitationOf(token)
        .flatMap(id -> transactions.inOne(() -> invitations.find(id)))
        .map(
            invitation ->
                new OpenedInvitation(
                    invitation.id(),
                    invitation.municipality(),
                    invitation.surveyGroup(),
                    invitation.mode(),
                    stateOf(invitation)));
  }

  private State stateOf(Invitation invitation) {
    if (invitation.answered()) {
      return State.ANSWERED;
    }
    return invitation.canBeAnswered(clock.now()) ? State.OPEN : State.CLOSED;
  }

  @Override
  public boolean markAnswered(InvitationId id) {
    return transactions.inOne(
        () ->
            invitations
                .lock(id)
                .filter(invitation -> invitation.canBeAnswered(clock.now()))
                .map(
                    invitation -> {
                      invitations.save(invitation.markedAnswered());
                      return true;
                    })
                .orElse(false));
  }
}
