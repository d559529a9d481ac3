package dk.borgermaaling.gateway.invitation;

import java.util.Optional;

/**
 * Derives the token in a citizen's link, so that a reminder can carry it and the database cannot.
 */
public interface LinkTokens {
  /** URL-safe, the same every time for an invitation. */
  String tokenOf(InvitationId invitation);

  /** The invitation of a token that we made; empty for any other text. */
  Optional<InvitationId> invitationOf(String token);
}
