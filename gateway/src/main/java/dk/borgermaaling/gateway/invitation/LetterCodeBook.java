package dk.borgermaaling.gateway.invitation;

import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import java.util.Optional;

/**
 * From a typed code back to its invitation. A code is too short to hold the invitation's id, so
 * that it needs a look-up: a keyed hash, never the code. Each call joins the open transaction.
 */
public interface LetterCodeBook {
  /**
   * Makes the code findable; again changes nothing.
   *
   * @return false when another invitation has the same code, which a letter must then not carry
   */
  boolean keep(InvitationId invitation, MunicipalityCode municipality, LetterCode code);

  Optional<InvitationId> find(LetterCode code);
}
