package dk.borgermaaling.gateway.invitation;

import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.selection.SamplingMode;
import java.util.Optional;

/**
 * What the citizen's page needs: from the token in the link to the invitation, and the mark that it
 * is answered.
 */
public interface InvitationDesk {
  /** The invitation behind a token of a link; empty for a token that we did not make. */
  Optional<OpenedInvitation> open(String token);

  /**
   * Marks the invitation answered, in the open transaction.
   *
   * @return false when it was answered before or is closed: the caller stores nothing
   */
  boolean markAnswered(InvitationId invitation);

  /**
   * What the page may know. {@code answered} is told to the holder of the link alone.
   *
   * @param mode of asking: the answer goes with it, since results of the two are never mixed
   */
  record OpenedInvitation(
      InvitationId id,
      MunicipalityCode municipality,
      String surveyGroup,
      SamplingMode mode,
      State state) {
    public enum State {
      OPEN,
      ANSWERED,
      CLOSED
    }
  }
}
