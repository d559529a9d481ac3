package dk.borgermaaling.gateway.notification;

import dk.borgermaaling.gateway.invitation.Channel;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import java.time.Instant;
import java.util.Optional;

/**
 * What holds steps back without ending them: pauses and throttles. Called in the transaction that
 * takes a step.
 */
public interface Brakes {
  /** Nothing is ever held back. */
  Brakes NONE =
      new Brakes() {
        @Override
        public Optional<Instant> heldUntil(Notification.Facts step, Instant now) {
          return Optional.empty();
        }

        @Override
        public void stop(MunicipalityCode municipality, Channel channel, Failure why) {}
      };

  /**
   * The business instant to look again at a step that may not leave now; empty when it may. Asking
   * takes the step's place in a throttle, so it is asked once, when everything else allows it.
   *
   * @param now business time
   */
  Optional<Instant> heldUntil(Notification.Facts step, Instant now);

  /**
   * Pauses a channel of a municipality because its agreement or certificate was refused, and raises
   * it to the operators. A second call while it is paused changes nothing.
   */
  void stop(MunicipalityCode municipality, Channel channel, Failure why);
}
