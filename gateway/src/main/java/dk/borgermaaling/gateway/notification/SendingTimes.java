package dk.borgermaaling.gateway.notification;

import dk.borgermaaling.gateway.kernel.Backoff;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * When a step may leave: in business time, but for the wait before a retry, which is real.
 *
 * @param nextAllowed from a business instant to itself when it is inside the allowed hours, else to
 *     a moment of the next allowed hours
 * @param grace real time: a step that comes up no later than this leaves although its hours have
 *     just ended
 * @param expireAfter business time after the planned one; later than that the step expires
 * @param backoff wait after a call that could not be made
 * @param hoursOf {@code nextAllowed} of one step
 */
public record SendingTimes(
    UnaryOperator<Instant> nextAllowed,
    Duration grace,
    Duration expireAfter,
    Backoff backoff,
    Function<Notification.Facts, UnaryOperator<Instant>> hoursOf) {
  private static final Duration WAIT_FOR_ANOTHER = Duration.ofHours(1);

  /** The same hours for every step. */
  public SendingTimes(
      UnaryOperator<Instant> nextAllowed, Duration grace, Duration expireAfter, Backoff backoff) {
    this(nextAllowed, grace, expireAfter, backoff, step -> nextAllowed);
  }

  /** Those of one step: it keeps to the window of its plan. */
  SendingTimes of(Notification.Facts step) {
    return new SendingTimes(hoursOf.apply(step), grace, expireAfter, backoff, hoursOf);
  }

  /**
   * The business instant to look again, when {@code now} is too early or outside the hours.
   *
   * @param late real time since the step was due
   */
  Optional<Instant> later(Instant plannedFor, Instant now, Duration late) {
    if (!now.isBefore(plannedFor) && late.compareTo(grace) <= 0) {
      return Optional.empty();
    }
    Instant next = nextAllowed.apply(now.isBefore(plannedFor) ? plannedFor : now);
    return next.isAfter(now) ? Optional.of(next) : Optional.empty();
  }

  /**
   * The business time that the distance to a reminder counts from.
   *
   * @param late real time since the step was due
   */
  Instant leaves(Instant plannedFor, Instant now, Duration late) {
    return late.compareTo(grace) <= 0 ? plannedFor : now;
  }

  /** The business instant to look again at a step that waits for another. */
  Instant lookAgain(Instant plannedFor, Instant now) {
    Instant soon = now.plus(WAIT_FOR_ANOTHER);
    return nextAllowed.apply(soon.isBefore(plannedFor) ? plannedFor : soon);
  }

  boolean isTooLate(Instant plannedFor, Instant now) {
    return now.isAfter(plannedFor.plus(expireAfter));
  }

  /** Real time of the next try after this many. */
  Instant retry(int tries, Instant now) {
    return now.plus(backoff.after(tries));
  }
}
