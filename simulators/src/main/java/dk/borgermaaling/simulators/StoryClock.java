package dk.borgermaaling.simulators;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/**
 * Business time: the time of the story, which a demonstration lets run faster than real time. Two
 * anchors and a speed define it, so that the gateway and the simulators show the same time without
 * asking each other. Protocol timestamps, tokens and TLS never use it.
 */
public final class StoryClock {
  /** Danish civil time, in which the story's days and opening hours are meant. */
  public static final ZoneId DENMARK = ZoneId.of("Europe/Copenhagen");

  private final Clock real;
  private volatile Anchors anchors;

  /**
   * @param speed business seconds in a real second, more than 0
   */
  public StoryClock(Clock real, Instant realAnchor, Instant businessAnchor, double speed) {
    this.real = real;
    this.anchors = new Anchors(realAnchor, businessAnchor, speed);
  }

  private record Anchors(Instant real, Instant business, double speed) {
    Anchors {
      if (!(speed > 0)) {
        throw new IllegalArgumentException("the speed must be above 0");
      }
    }
  }

  /** From now on the clock shows {@code business} at the real instant {@code real}. */
  public void set(Instant realAnchor, Instant businessAnchor, double speed) {
    anchors = new Anchors(realAnchor, businessAnchor, speed);
  }

  /** Now, in business time. */
  public Instant now() {
    return toBusiness(real.instant());
  }

  /** Now, in real time. */
  public Instant realNow() {
    return real.instant();
  }

  /** The real instant at which the clock will show, or showed, this business instant. */
  public Instant toReal(Instant business) {
    Anchors at = anchors;
    return at.real().plus(scaled(Duration.between(at.business(), business), 1 / at.speed()));
  }

  /** What the clock shows at this real instant. */
  public Instant toBusiness(Instant realInstant) {
    Anchors at = anchors;
    return at.business().plus(scaled(Duration.between(at.real(), realInstant), at.speed()));
  }

  private static Duration scaled(Duration duration, double factor) {
    return Duration.ofMillis(Math.round(duration.toMillis() * factor));
  }
}
