package dk.borgermaaling.gateway.notification;

import dk.borgermaaling.gateway.invitation.InvitationId;
import dk.borgermaaling.gateway.invitation.Step;
import dk.borgermaaling.gateway.letter.LetterWords;
import dk.borgermaaling.gateway.municipality.Municipality;

/** Where the words of a letter come from. */
@FunctionalInterface
public interface LetterTexts {
  LetterWords of(InvitationId invitation, Step step, Municipality authority);

  /**
   * The words that come with the system.
   *
   * @param contact one sentence that says whom to ask
   */
  static LetterTexts standard(String contact) {
    return (invitation, step, authority) ->
        LetterWords.standard(step.isReminder(), authority.authorityName(), contact);
  }
}
