package dk.borgermaaling.gateway.notification;

import dk.borgermaaling.gateway.invitation.Invitation;
import dk.borgermaaling.gateway.invitation.InvitationId;
import dk.borgermaaling.gateway.invitation.Invitations;
import dk.borgermaaling.gateway.kernel.BusinessClock;
import dk.borgermaaling.gateway.kernel.Transactions;
import java.time.LocalDate;

/** Looks it up in the stored invitation. */
public final class InvitationOccasions implements Occasions {
  private final Transactions transactions;
  private final Invitations invitations;

  public InvitationOccasions(Transactions transactions, Invitations invitations) {
    this.transactions = transactions;
    this.invitations = invitations;
  }

  @Override
  public About of(InvitationId id) {
    return transactions.inOne(
        () ->
            invitations
                .find(id)
                .map(InvitationOccasions::about)
                .orElseThrow(() -> new IllegalStateException("no invitation has the id " + id)));
  }

  private static About about(Invitation invitation) {
    // It closes at an instant; the last moment before it is on the last day.
    LocalDate lastDay =
        LocalDate.ofInstant(invitation.closesAt().minusNanos(1), BusinessClock.DENMARK);
    return new About(invitation.round(), invitation.surveyGroup(), lastDay, "");
  }
}
