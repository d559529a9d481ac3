package dk.borgermaaling.gateway.edge.trust;

import dk.borgermaaling.gateway.edge.Thumbprint;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells in the log whose clock is so far from ours that soon its messages will be refused. Only
 * what was signed is believed: others could make us tell anything of anybody. Each certificate has
 * a line an hour.
 */
public final class ClockDrift {
  private static final Logger LOG = LoggerFactory.getLogger(ClockDrift.class);
  private static final Duration AGAIN = Duration.ofHours(1);
  private static final int MOST = 1_000;

  private final Duration warning;
  private final Map<Thumbprint, Instant> told = new LinkedHashMap<>(16, 0.75f, true);

  /**
   * @param warning how far a clock may be from ours before it is told of
   */
  public ClockDrift(Duration warning) {
    if (warning.isNegative() || warning.isZero()) {
      throw new IllegalArgumentException("gateway.trust.clock-drift-warning must be positive");
    }
    this.warning = warning;
  }

  /**
   * A message whose signature and times have held.
   *
   * @param made when the caller says that it made the message
   * @param now real time
   */
  public void message(Thumbprint caller, Instant made, Instant now) {
    Duration ahead = Duration.between(now, made);
    if (ahead.compareTo(warning) > 0) {
      tell(caller, now, "the clock of the caller {} is {} s ahead of ours", ahead);
    } else if (ahead.negated().compareTo(warning) > 0) {
      tell(
          caller,
          now,
          "the clock of the caller {} is {} s behind ours, or its messages are so long on their way",
          ahead.negated());
    }
  }

  /**
   * A token whose signature and times have held. How old it is says nothing: callers keep them.
   *
   * @param issued when the token service says that it issued the token
   * @param now real time
   */
  public void token(Thumbprint tokenService, Instant issued, Instant now) {
    Duration ahead = Duration.between(now, issued);
    if (ahead.compareTo(warning) > 0) {
      tell(tokenService, now, "the clock of the token service {} is {} s ahead of ours", ahead);
    }
  }

  private void tell(Thumbprint certificate, Instant now, String text, Duration drift) {
    if (isNews(certificate, now)) {
      LOG.warn(text, certificate.sha256().substring(0, 8), drift.toSeconds());
    }
  }

  private synchronized boolean isNews(Thumbprint certificate, Instant now) {
    Instant last = told.get(certificate);
    if (last != null && now.isBefore(last.plus(AGAIN))) {
      return false;
    }
    told.put(certificate, now);
    if (told.size() > MOST) {
      told.remove(told.keySet().iterator().next());
    }
    return true;
  }
}
