package dk.borgermaaling.gateway.access;

import java.time.Duration;

/**
 * How long a log-in lasts.
 *
 * @param idle without a request, then it ends
 * @param longest from the log-in, used or not
 */
public record SessionSettings(Duration idle, Duration longest) {
  public SessionSettings {
    if (idle.isNegative() || idle.isZero() || longest.compareTo(idle) < 0) {
      throw new IllegalArgumentException("idle time above 0 and not above the longest time");
    }
  }
}
