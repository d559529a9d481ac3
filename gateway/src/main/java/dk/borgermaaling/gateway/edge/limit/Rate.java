package dk.borgermaaling.gateway.edge.limit;

import java.time.Duration;

/**
 * How a bucket fills.
 *
 * @param interval from one token to the next, real time
 * @param burst tokens in a full bucket, which is how many may be taken at once
 */
public record Rate(Duration interval, int burst) {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration SECOND = Duration.ofSeconds(1);

  public Rate {
    if (interval.isNegative() || interval.isZero() || burst < 1) {
      throw new IllegalArgumentException("a rate has a positive interval and a burst of 1 or more");
    }
    Math.multiplyExact(interval.toNanos(), (long) burst);
  }

  public static Rate perSecond(int tokens, int burst) {
    return new Rate(SECOND.dividedBy(tokens), burst);
  }

  /** A full bucket has as many as come in a minute. */
  public static Rate perMinute(int tokens) {
    return new Rate(MINUTE.dividedBy(tokens), tokens);
  }
}
