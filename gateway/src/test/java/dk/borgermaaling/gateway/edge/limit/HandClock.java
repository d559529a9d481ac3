package dk.borgermaaling.gateway.edge.limit;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** A clock of nanoseconds that a test moves, and only forward. */
public final class HandClock implements LongSupplier {
  private final AtomicLong nanos;

  /** As {@link System#nanoTime} it begins anywhere. */
  public HandClock(long start) {
    nanos = new AtomicLong(start);
  }

  public void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }

  @Override
  public long getAsLong() {
    return nanos.get();
  }
}
