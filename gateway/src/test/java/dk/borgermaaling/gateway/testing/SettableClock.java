package dk.borgermaaling.gateway.testing;

import dk.borgermaaling.gateway.kernel.BusinessClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;

/** A business clock that stands still until it is told; real time is the same. */
public final class SettableClock implements BusinessClock {
  private volatile Instant now;

  public SettableClock(Instant now) {
    this.now = now;
  }

  /** Danish civil time, for example {@code 2026-11-23T08:55}. */
  public static SettableClock at(String danishTime) {
    return new SettableClock(LocalDateTime.parse(danishTime).atZone(DENMARK).toInstant());
  }

  public void set(Instant time) {
    now = time;
  }

  public void advance(Duration by) {
    now = now.plus(by);
  }

  @Override
  public Instant now() {
    return now;
  }

  @Override
  public Instant toReal(Instant business) {
    return business;
  }
}
