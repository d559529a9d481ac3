package dk.borgermaaling.gateway.invitation;

import java.util.UUID;

/** Random id of an invitation. */
public record InvitationId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
