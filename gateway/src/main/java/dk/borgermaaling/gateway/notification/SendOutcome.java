package dk.borgermaaling.gateway.notification;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How one call to the post component ended. */
public sealed interface SendOutcome {
  /** Whether it is certain that the call has left nothing with the post component. */
  default boolean nothingTaken() {
    return this instanceof NotSent || this instanceof Refused;
  }

  /** Taken; {@code transmissionId} is the post component's own id, absent when it gave none. */
  record Accepted(@Nullable UUID transmissionId) implements SendOutcome {}

  /**
   * For certain not taken, and worth the same call later: not connected, no token, not let in, no
   * service at the address, or told to come back.
   */
  record NotSent(Failure failure) implements SendOutcome {}

  /** Bytes left and no readable answer came: taken or not, nobody knows. */
  record Unknown(String reason) implements SendOutcome {}

  /** For certain refused, and the same call would be refused again. */
  record Refused(Failure failure) implements SendOutcome {}
}
