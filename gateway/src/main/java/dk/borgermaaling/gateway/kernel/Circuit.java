package dk.borgermaaling.gateway.kernel;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Spares a system that does not answer. After so many failed calls in a row nothing is asked for a
 * while; then one call is let through, and its outcome decides. Real time.
 */
public final class Circuit {
  private final int failuresToOpen;
  private final Duration openFor;
  private final Clock clock;
  private int failures;
  private @Nullable Instant openUntil;
  private @Nullable Instant probingUntil;

  /**
   * @param settings what its two settings begin with, for example {@code gateway.kmd.circuit}
   * @param failuresToOpen calls in a row, repeats of a request included
   */
  public Circuit(String settings, int failuresToOpen, Duration openFor, Clock clock) {
    if (failuresToOpen < 1 || openFor.isNegative() || openFor.isZero()) {
      throw new IllegalArgumentException(
          settings + "-failures must be at least 1 and " + settings + "-open above 0");
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

  /** Whether calls are made, when one caller alone asks. */
  public synchronized boolean lets() {
    return openUntil == null || !clock.instant().isBefore(openUntil);
  }

  /**
   * Whether this caller, one of many, may call. When the circuit is half open one of them may, and
   * the others when it has told how it went; or when it has not for as long as the circuit stays
   * open.
   */
  public synchronized boolean admits() {
    if (openUntil == null) {
      return true;
    }
    Instant now = clock.instant();
    if (now.isBefore(openUntil) || (probingUntil != null && now.isBefore(probingUntil))) {
      return false;
    }
    probingUntil = now.plus(openFor);
    return true;
  }

  /** Until when {@link #admits} turns everybody away; empty when it does not now. */
  public synchronized Optional<Instant> shutUntil() {
    Instant now = clock.instant();
    if (openUntil == null) {
      return Optional.empty();
    }
    Instant end = probingUntil == null ? openUntil : probingUntil;
    return now.isBefore(end) ? Optional.of(end) : Optional.empty();
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
    probingUntil = null;
  }

  /** One more call failed; of a half-open circuit one is enough to open it again. */
  public synchronized void failed() {
    failures++;
    probingUntil = null;
    if (openUntil != null || failures >= failuresToOpen) {
      openUntil = clock.instant().plus(openFor);
      failures = 0;
    }
  }
}
