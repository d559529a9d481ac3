package dk.borgermaaling.gateway.invitation;

/**
 * Derives the code of a citizen's letter, so that a second letter can carry the same and the
 * database holds none.
 */
public interface LetterCodes {
  /** The same every time for an invitation. */
  LetterCode codeOf(InvitationId invitation);
}
