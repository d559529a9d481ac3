package dk.borgermaaling.benchmarks;

import dk.borgermaaling.gateway.kernel.BusinessClock;
import java.time.Duration;
import java.time.Instant;

/**
 * Stands where the last event was told. Its year lies far in the real future, so that nothing is
 * sent while the road in is measured.
 */
final class YearClock implements BusinessClock {
  private static final Duration FAR = Duration.ofDays(3_650);

  private volatile Instant now = Instant.EPOCH;

  void set(Instant time) {
    now = time;
  }

  @Override
  public Instant now() {
    return now;
  }

  @Override
  public Instant toReal(Instant business) {
    return business.plus(FAR);
  }
}
