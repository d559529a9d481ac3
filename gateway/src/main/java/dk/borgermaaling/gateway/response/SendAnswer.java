package dk.borgermaaling.gateway.response;

import dk.borgermaaling.gateway.invitation.InvitationDesk;
import dk.borgermaaling.gateway.invitation.InvitationDesk.OpenedInvitation;
import dk.borgermaaling.gateway.kernel.BusinessClock;
import dk.borgermaaling.gateway.kernel.Transactions;
import java.time.LocalDate;

/**
 * Takes a complete draft in: the invitation is marked answered and the sealed answer put into the
 * buffer, both or neither.
 */
public final class SendAnswer {
  private final InvitationDesk invitations;
  private final Seal seal;
  private final SealedBuffer buffer;
  private final Transactions transactions;
  private final BusinessClock clock;

  public SendAnswer(
      InvitationDesk invitations,
      Seal seal,
      SealedBuffer buffer,
      Transactions transactions,
      BusinessClock clock) {
    this.invitations = invitations;
    this.seal = seal;
    this.buffer = buffer;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * Stores the answer once. Two at the same time: one is stored, the other returns false.
   *
   * @return false when the invitation was answered before or is closed; nothing is stored then
   */
  public boolean send(OpenedInvitation invitation, Draft draft) {
    if (!draft.complete()) {
      throw new IllegalArgumentException("an incomplete draft cannot be sent");
    }
    LocalDate today = clock.today();
    byte[] sealed =
        seal.close(
            new Answer(
                invitation.municipality(),
                invitation.surveyGroup(),
                invitation.mode(),
                draft.questionnaire().version(),
                IsoWeek.of(today),
                draft.scores(),
                draft.comment()));
    return transactions.inOne(
        () -> {
          if (!invitations.markAnswered(invitation.id())) {
            return false;
          }
          buffer.add(sealed, today);
          return true;
        });
  }
}
