package dk.borgermaaling.kmd;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Spares a Momentum that does not answer. After so many failed calls in a row nothing is asked for
 * a while; then one call is let through, and its outcome decides. Real time. Each municipality has
 * its own, so that the others go on.
 */
public final class Circuit {
  private final int failuresToOpen;
  private final Duration openFor;
  private final Clock clock;
  private int failures;
  private @Nullable Instant openUntil;

  /**
   * @param failuresToOpen calls in a row, repeats of a request included
   */
  public Circuit(int failuresToOpen, Duration openFor, Clock clock) {
    if (failuresToOpen < 1 || openFor.isNegative() || openFor.isZero()) {
      throw new IllegalArgumentException(
          "gateway.kmd.circuit-failures must be at least 1 and gateway.kmd.circuit-open above 0");
    }
    this.failuresToOpen = failuresToOpen;
    this.openFor = openFor;
    this.clock = clock;
  }

  /** Goes on where another node, or this one before a restart, has left it. */
  public synchronized void resume(@Nullable Instant until) {
    if (!Objects.equals(openUntil, until)) {
      openUntil = until;
      failures = 0;
    }
  }

  public synchronized boolean lets() {
    return openUntil == null || !clock.instant().isBefore(openUntil);
  }

  /** Until when nothing is asked; also when that has passed and no call has succeeded since. */
  public synchronized Optional<Instant> openUntil() {
    return Optional.ofNullable(openUntil);
  }

  /** How long it stays open, from the failure that opened it. */
  public Duration openFor() {
    return openFor;
  }

  public synchronized void succeeded() {
    failures = 0;
    openUntil = null;
  }

  /** One more call failed; of a half-open circuit one is enough to open it again. */
  public synchronized void failed() {
    failures++;
    if (openUntil != null || failures >= failuresToOpen) {
      openUntil = clock.instant().plus(openFor);
      failures = 0;
    }
  }
}
