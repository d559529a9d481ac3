package dk.borgermaaling.gateway.caseevent;

import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the polling of each municipality stands between two runs, the same for all nodes and after
 * a restart. All times are real.
 */
public interface FeedStates {
  State of(EventSource source, MunicipalityCode municipality);

  /** A complete look at everything, begun then, has been handed in. */
  void lookedAtAll(EventSource source, MunicipalityCode municipality, Instant begun);

  /** Somebody wants the next run to look at everything. */
  void wantAll(EventSource source, MunicipalityCode municipality, Instant at);

  /**
   * Nothing is asked of this case system until then.
   *
   * @param until null when it is asked again
   */
  void circuit(EventSource source, MunicipalityCode municipality, @Nullable Instant until);

  /** What the last dry run found, in an adapter's own short text; replaces the one before. */
  void dryRun(EventSource source, MunicipalityCode municipality, Instant at, String found);

  Optional<DryRun> dryRun(EventSource source, MunicipalityCode municipality);

  /**
   * Where one municipality stands.
   *
   * @param allLookedAt when the last complete look began
   * @param allWantedAt when somebody last wanted a complete look
   * @param circuitOpenUntil absent when the case system is asked
   */
  record State(
      @Nullable Instant allLookedAt,
      @Nullable Instant allWantedAt,
      @Nullable Instant circuitOpenUntil) {
    public static final State NEW = new State(null, null, null);

    /** Whether a complete look was wanted after the last one began. */
    public boolean isAllWanted() {
      return allWantedAt != null && (allLookedAt == null || allWantedAt.isAfter(allLookedAt));
    }
  }

  /** A dry run and what it found. */
  record DryRun(Instant at, String found) {}
}
