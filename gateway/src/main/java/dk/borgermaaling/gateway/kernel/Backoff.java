package dk.borgermaaling.gateway.kernel;

import java.time.Duration;

/**
 * How long to wait before the next try: doubled each time, real time.
 *
 * @param first the wait after the first try
 * @param longest no wait is longer
 */
public record Backoff(Duration first, Duration longest) {
  private static final int MOST_DOUBLINGS = 20;

  public Backoff {
    if (first.isNegative() || first.isZero() || longest.compareTo(first) < 0) {
      throw new IllegalArgumentException("a back-off must be positive and grow");
    }
  }

  /** The wait after this many tries; 1 for the first. */
  public Duration after(int tries) {
    Duration wait = first.multipliedBy(1L << Math.min(Math.max(tries - 1, 0), MOST_DOUBLINGS));
    return wait.compareTo(longest) > 0 ? longest : wait;
  }
}
