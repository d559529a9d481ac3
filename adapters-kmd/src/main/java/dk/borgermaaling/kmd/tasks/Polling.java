package dk.borgermaaling.kmd.tasks;

import dk.borgermaaling.gateway.caseevent.EventSource;
import dk.borgermaaling.gateway.caseevent.FeedRuns;
import dk.borgermaaling.gateway.caseevent.FeedStates;
import dk.borgermaaling.gateway.kernel.Backoff;
import dk.borgermaaling.gateway.kernel.Causes;
import dk.borgermaaling.gateway.kernel.Circuit;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.kernel.ProblemException;
import dk.borgermaaling.kmd.Counts;
import dk.borgermaaling.kmd.Momentum;
import dk.borgermaaling.kmd.Unanswered;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One run of one municipality and how long to wait for the next. A municipality that fails waits
 * twice as long each time, up to a longest pause, and at least as long as its circuit is open; the
 * others go on.
 */
public final class Polling {
  private static final Logger LOG = LoggerFactory.getLogger(Polling.class);

  /** As {@code MomentumFeed} makes them. */
  public interface Runs {
    int run(MunicipalityCode municipality, Momentum momentum);

    Counts dryRun(MunicipalityCode municipality, Momentum momentum);
  }

  private final Runs feed;
  private final SortedMap<MunicipalityCode, Connection> connections;
  private final FeedRuns runs;
  private final FeedStates states;
  private final Clock clock;
  private final Backoff backoff;

  /**
   * @param clock real time
   * @param interval real time from the end of a run to the next
   * @param longestPause real time, at least the interval
   */
  public Polling(
      Runs feed,
      Map<MunicipalityCode, Connection> connections,
      FeedRuns runs,
      FeedStates states,
      Clock clock,
      Duration interval,
      Duration longestPause) {
    if (interval.isNegative() || interval.isZero() || longestPause.compareTo(interval) < 0) {
      throw new IllegalArgumentException(
          "gateway.kmd.poll-interval must be above 0 and gateway.kmd.longest-pause not below it");
    }
    this.feed = feed;
    this.connections = Collections.unmodifiableSortedMap(new TreeMap<>(connections));
    this.runs = runs;
    this.states = states;
    this.clock = clock;
    this.backoff = new Backoff(interval, longestPause);
  }

  Set<MunicipalityCode> municipalities() {
    return connections.keySet();
  }

  Duration interval() {
    return backoff.first();
  }

  /** The real time to wait for the next run; empty when the municipality is no longer polled. */
  public Optional<Duration> run(MunicipalityCode municipality) {
    Connection connection = connections.get(municipality);
    if (connection == null) {
      return Optional.empty();
    }
    Instant until = states.of(EventSource.MOMENTUM, municipality).circuitOpenUntil();
    connection.circuit().resume(until);
    if (!connection.circuit().lets()) {
      return Optional.of(untilItCloses(connection.circuit()));
    }
    try {
      int events = feed.run(municipality, connection.momentum());
      runs.succeeded(EventSource.MOMENTUM, municipality, events);
      if (until != null) {
        states.circuit(EventSource.MOMENTUM, municipality, null);
      }
      LOG.debug("Momentum {}: {} new events", municipality, events);
      return Optional.of(interval());
    } catch (ProblemException e) {
      LOG.warn("Momentum {}: the run broke off: {}", municipality, Causes.names(e));
      Duration asked = e.problem().tryAgainAfter();
      return Optional.of(
          afterFailure(
              municipality,
              connection.circuit(),
              Unanswered.reasonOf(e),
              asked == null ? Duration.ZERO : asked));
    } catch (RuntimeException e) {
      LOG.error("Momentum {}: the run failed: {}", municipality, Causes.trace(e));
      return Optional.of(
          afterFailure(
              municipality,
              connection.circuit(),
              "The gateway failed; the log has the cause",
              Duration.ZERO));
    }
  }

  /**
   * What a complete run would tell now, for the operator; nothing of it is told or remembered. A
   * run that breaks off says why. Nothing happens when the municipality is no longer polled.
   */
  public void dryRun(MunicipalityCode municipality) {
    Connection connection = connections.get(municipality);
    if (connection == null) {
      return;
    }
    String found;
    try {
      found = DryRunText.of(feed.dryRun(municipality, connection.momentum()));
    } catch (ProblemException e) {
      LOG.warn("Momentum {}: the dry run broke off: {}", municipality, Causes.names(e));
      found = DryRunText.ofFailure(Unanswered.reasonOf(e));
    } catch (RuntimeException e) {
      LOG.error("Momentum {}: the dry run failed: {}", municipality, Causes.trace(e));
      found = DryRunText.ofFailure("The gateway failed; the log has the cause");
    }
    states.dryRun(EventSource.MOMENTUM, municipality, clock.instant(), found);
  }

  private Duration afterFailure(
      MunicipalityCode municipality, Circuit circuit, String reason, Duration asked) {
    int failures = runs.failed(EventSource.MOMENTUM, municipality, reason);
    states.circuit(EventSource.MOMENTUM, municipality, circuit.openUntil().orElse(null));
    Duration wait = longer(backoff.after(failures), shorter(asked, backoff.longest()));
    return circuit.lets() ? wait : longer(wait, untilItCloses(circuit));
  }

  private Duration untilItCloses(Circuit circuit) {
    return circuit
        .openUntil()
        .map(until -> Duration.between(clock.instant(), until))
        .filter(wait -> !wait.isNegative())
        .orElse(Duration.ZERO);
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? other : one;
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
