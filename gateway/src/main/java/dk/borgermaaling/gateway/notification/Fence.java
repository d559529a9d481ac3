package dk.borgermaaling.gateway.notification;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * Lets a call begin for a short while after its start was committed, so that a process that stood
 * still (SIGSTOP, a paused machine, a full disk) does not send what others have given up. Asked
 * right before the first byte. Two clocks, because the one that never goes back stands still while
 * a machine sleeps, and the other may be set; either of them ends it.
 */
public final class Fence implements BooleanSupplier {
  private final Duration within;
  private final LongSupplier nanoTime;
  private final Clock real;
  private final long begunNanos;
  private final Instant begun;

  /**
   * Counts from now: to be made before the start is committed, not after.
   *
   * @param nanoTime a clock that never goes back, nanoseconds from any start
   */
  public Fence(Duration within, LongSupplier nanoTime, Clock real) {
    this.within = within;
    this.nanoTime = nanoTime;
    this.real = real;
    this.begunNanos = nanoTime.getAsLong();
    this.begun = real.instant();
  }

  /** Whether the call may still begin. */
  @Override
  public boolean getAsBoolean() {
    return nanoTime.getAsLong() - begunNanos <= within.toNanos()
        && Duration.between(begun, real.instant()).compareTo(within) <= 0;
  }
}
