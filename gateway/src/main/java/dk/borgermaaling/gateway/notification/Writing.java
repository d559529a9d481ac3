package dk.borgermaaling.gateway.notification;

import dk.borgermaaling.gateway.invitation.InvitationId;
import dk.borgermaaling.gateway.invitation.Step;
import dk.borgermaaling.gateway.kernel.Recipient;
import dk.borgermaaling.gateway.municipality.Municipality;
import java.net.URI;
import java.time.Instant;

/**
 * All that a message of a step is written from, whatever its channel.
 *
 * @param identifiers the same for every channel of the step
 * @param link the citizen's own: into the message and nowhere else
 * @param createdAt real time
 */
public record Writing(
    InvitationId invitation,
    Step step,
    Notification.Identifiers identifiers,
    Municipality authority,
    Recipient recipient,
    URI link,
    Instant createdAt) {
  /** Our own reference, {@code <invitation>/<step>}. */
  public String messageId() {
    return invitation + "/" + step;
  }

  /** Without recipient and link: neither may reach a log. */
  @Override
  public String toString() {
    return "Writing[" + messageId() + "]";
  }
}
