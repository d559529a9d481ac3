package dk.borgermaaling.gateway.notification;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * How long a call may take, in real time.
 *
 * @param beginWithin after its start was committed; later it is not made
 * @param whole the longest that one call lasts, answer included
 * @param resendUnknown after this long without a receipt a step of unknown outcome is sent once
 *     more, with the same identifiers; empty: never by itself
 * @param nanoTime a clock that never goes back, nanoseconds from any start
 */
public record CallLimits(
    Duration beginWithin, Duration whole, Optional<Duration> resendUnknown, LongSupplier nanoTime) {
  public CallLimits {
    if (beginWithin.isNegative() || beginWithin.isZero()) {
      throw new IllegalArgumentException("gateway.notification.call-within must be above 0");
    }
    if (resendUnknown.filter(after -> after.compareTo(beginWithin.plus(whole)) <= 0).isPresent()) {
      throw new IllegalArgumentException(
          "gateway.notification.resend-unknown must be longer than a call can last");
    }
  }

  Fence fence(Clock real) {
    return new Fence(beginWithin, nanoTime, real);
  }

  /**
   * When a call that was started then has ended for certain, or never begun. Empty when that has
   * passed; a start that lies in the future, because a clock was set, has passed.
   */
  Optional<Instant> mayLastUntil(Instant startedAt, Instant now) {
    Instant end = startedAt.plus(beginWithin).plus(whole);
    return now.isBefore(startedAt) || !now.isBefore(end) ? Optional.empty() : Optional.of(end);
  }
}
