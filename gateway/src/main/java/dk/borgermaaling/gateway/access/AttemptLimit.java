package dk.borgermaaling.gateway.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * At most so many log-in attempts a minute from one address, on this node: checking a password is
 * work on purpose, and nobody shall make the server do it all day. Addresses are kept for a minute.
 */
public final class AttemptLimit {
  private static final Duration WINDOW = Duration.ofMinutes(1);
  private static final int MOST_ADDRESSES = 10_000;
  private final Clock clock;
  private final int attempts;
  private final Map<String, Integer> counts = new HashMap<>();
  private Instant windowStart = Instant.MIN;

  public AttemptLimit(Clock clock, int attempts) {
    if (attempts < 1) {
      throw new IllegalArgumentException("at least 1 attempt a minute");
    }
    this.clock = clock;
    this.attempts = attempts;
  }

  public synchronized boolean allows(String address) {
    Instant now = clock.instant();
    if (windowStart.isBefore(now.minus(WINDOW)) || counts.size() >= MOST_ADDRESSES) {
      counts.clear();
      windowStart = now;
    }
    return counts.merge(address, 1, Integer::sum) <= attempts;
  }
}
