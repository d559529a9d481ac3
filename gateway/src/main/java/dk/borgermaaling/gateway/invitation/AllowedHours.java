package dk.borgermaaling.gateway.invitation;

import java.time.Instant;

/** When a citizen may be written to: weekdays 09:00 to 15:00 in Denmark, no holidays. */
public interface AllowedHours {
  /** The first allowed instant at or after this one, business time. */
  Instant next(Instant from);

  /** Whether this instant is allowed. */
  default boolean allow(Instant instant) {
    return next(instant).equals(instant);
  }
}
