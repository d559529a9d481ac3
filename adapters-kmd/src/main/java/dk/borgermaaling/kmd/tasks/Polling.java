package dk.borgermaaling.kmd.tasks;

import dk.borgermaaling.gateway.caseevent.EventSource;
import dk.borgermaaling.gateway.caseevent.FeedRuns;
import dk.borgermaaling.gateway.kernel.Causes;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.kernel.ProblemException;
import dk.borgermaaling.kmd.Momentum;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One run of one municipality and how long to wait for the next. A municipality that fails waits
 * twice as long each time, up to a longest pause; the others go on.
 */
public final class Polling {
  private static final Logger LOG = LoggerFactory.getLogger(Polling.class);
  private static final int MOST_DOUBLINGS = 20;

  /** One run, as {@code MomentumFeed} makes it. */
  @FunctionalInterface
  public interface Run {
    int of(MunicipalityCode municipality, Momentum momentum);
  }

  private final Run feed;
  private final Map<MunicipalityCode, ? extends Momentum> connections;
  private final FeedRuns runs;
  private final Duration interval;
  private final Duration longestPause;

  /**
   * @param interval real time from the end of a run to the next
   * @param longestPause real time, at least the interval
   */
  public Polling(
      Run feed,
      Map<MunicipalityCode, ? extends Momentum> connections,
      FeedRuns runs,
      Duration interval,
      Duration longestPause) {
    if (interval.isNegative() || interval.isZero() || longestPause.compareTo(interval) < 0) {
      throw new IllegalArgumentException(
          "gateway.kmd.poll-interval must be above 0 and gateway.kmd.longest-pause not below it");
    }
    this.feed = feed;
    this.connections = Map.copyOf(connections);
    this.runs = runs;
    this.interval = interval;
    this.longestPause = longestPause;
  }

  Set<MunicipalityCode> municipalities() {
    return connections.keySet();
  }

  Duration interval() {
    return interval;
  }

  /** The real time to wait for the next run; empty when the municipality is no longer polled. */
  public Optional<Duration> run(MunicipalityCode municipality) {
    Momentum momentum = connections.get(municipality);
    if (momentum == null) {
      return Optional.empty();
    }
    try {
      int events = feed.of(municipality, momentum);
      runs.succeeded(EventSource.MOMENTUM, municipality, events);
      LOG.debug("Momentum {}: {} new events", municipality, events);
      return Optional.of(interval);
    } catch (ProblemException e) {
      LOG.warn("Momentum {}: the run broke off: {}", municipality, Causes.names(e));
      return Optional.of(afterFailure(municipality, e.problem().publicDetail()));
    } catch (RuntimeException e) {
      LOG.error("Momentum {}: the run failed: {}", municipality, Causes.trace(e));
      return Optional.of(afterFailure(municipality, "The gateway failed; the log has the cause"));
    }
  }

  private Duration afterFailure(MunicipalityCode municipality, String reason) {
    int failures = runs.failed(EventSource.MOMENTUM, municipality, reason);
    Duration pause = interval.multipliedBy(1L << Math.min(failures - 1, MOST_DOUBLINGS));
    return pause.compareTo(longestPause) > 0 ? longestPause : pause;
  }
}
