package dk.borgermaaling.gateway.edge.trust;

import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Certificates of callers that this node has lately served, so that their revocation and expiry are
 * followed between calls. Kept in memory alone; the longest silent are forgotten first.
 */
final class KnownCallers {
  private static final int MOST = 1_000;
  private static final Duration SILENCE = Duration.ofDays(30);
  private final Clock clock;
  private final Map<X509Certificate, Instant> seen = new LinkedHashMap<>(16, 0.75f, true);

  /**
   * @param clock real time
   */
  KnownCallers(Clock clock) {
    this.clock = clock;
  }

  synchronized void note(X509Certificate caller) {
    seen.put(caller, clock.instant());
    if (seen.size() > MOST) {
      seen.remove(seen.keySet().iterator().next());
    }
  }

  /** Those of the last thirty days. */
  synchronized List<X509Certificate> certificates() {
    Instant oldest = clock.instant().minus(SILENCE);
    seen.values().removeIf(last -> last.isBefore(oldest));
    return List.copyOf(seen.keySet());
  }
}
