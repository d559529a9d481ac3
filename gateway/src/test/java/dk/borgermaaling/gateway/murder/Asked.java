package dk.borgermaaling.gateway.murder;

import dk.borgermaaling.gateway.invitation.InvitationId;
import java.time.Duration;
import java.util.Optional;

/**
 * Somebody who is invited in a run.
 *
 * @param first when the first message is due, after the beginning of the run
 * @param reminder when the reminder is due, after the beginning of the run
 * @param answers when they answer, after the beginning of the run
 */
record Asked(
    InvitationId invitation,
    SimulatedPost.Resident resident,
    Duration first,
    Duration reminder,
    Optional<Duration> answers) {

  String messageId(String step) {
    return invitation + "/" + step;
  }
}
