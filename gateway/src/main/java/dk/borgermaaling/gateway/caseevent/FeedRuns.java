package dk.borgermaaling.gateway.caseevent;

import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the polling of each municipality's case system goes, for the console. */
public interface FeedRuns {
  /** A whole run ended well with this many new events; failures start at 0 again. */
  void succeeded(EventSource source, MunicipalityCode municipality, int events);

  /**
   * A run broke off.
   *
   * @param reason one sentence without personal data, secrets or addresses
   * @return how many runs in a row have now failed
   */
  int failed(EventSource source, MunicipalityCode municipality, String reason);

  /** All feeds, by municipality. */
  List<FeedRun> all();

  /** Times are real, from the database's clock. */
  record FeedRun(
      EventSource source,
      MunicipalityCode municipality,
      @Nullable Instant lastSucceeded,
      @Nullable Instant lastFailed,
      int failuresInARow,
      @Nullable String lastFailure,
      long events) {}
}
