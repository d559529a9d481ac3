package dk.borgermaaling.gateway.caseevent;

import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an operator can see and do of a source that is polled; implemented by the adapter, so that a
 * build without it has none. Both actions only order a task: nothing is read in the caller's time.
 */
public interface FeedControl {
  EventSource source();

  /** Each municipality that the source is polled for, by code. */
  List<Feed> feeds();

  /**
   * Orders a dry run: what a complete run would tell now, without telling it.
   *
   * @return false when the source is not polled for this municipality
   */
  boolean dryRun(MunicipalityCode municipality);

  /** The last dry run that came to its end; empty when there is none. */
  Optional<DryRun> lastDryRun(MunicipalityCode municipality);

  /**
   * Orders a run now that looks at everything.
   *
   * @return false when the source is not polled for this municipality
   */
  boolean resync(MunicipalityCode municipality);

  /**
   * One municipality's polling. Real times.
   *
   * @param nextRun absent while nothing is planned
   * @param circuitOpenUntil absent when the case system is asked
   * @param allLookedAt when the last complete look began
   */
  record Feed(
      MunicipalityCode municipality,
      @Nullable Instant nextRun,
      @Nullable Instant circuitOpenUntil,
      @Nullable Instant allLookedAt,
      boolean dryRunOrdered) {}

  /**
   * What a dry run found.
   *
   * @param at real time of its end
   * @param events how many of each kind, by the name of the {@link Happening}
   * @param letters how many dead letters, by reason
   * @param failure why it broke off; null when it did not
   */
  record DryRun(
      Instant at,
      Map<String, Integer> events,
      Map<String, Integer> letters,
      @Nullable String failure) {}
}
