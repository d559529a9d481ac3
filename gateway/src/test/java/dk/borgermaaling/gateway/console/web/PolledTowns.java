package dk.borgermaaling.gateway.console.web;

import dk.borgermaaling.gateway.caseevent.EventSource;
import dk.borgermaaling.gateway.caseevent.FeedControl;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Momentum of Odense, whose circuit is open, and of Tårnby; a dry run is over as soon as ordered.
 */
final class PolledTowns implements FeedControl {
  private static final MunicipalityCode ODENSE = new MunicipalityCode("0461");
  private static final MunicipalityCode TAARNBY = new MunicipalityCode("0185");
  private static final Instant DAY = Instant.parse("2026-12-14T08:00:00Z");
  private @Nullable MunicipalityCode tried;
  private @Nullable Instant wanted;

  @Override
  public EventSource source() {
    return EventSource.MOMENTUM;
  }

  @Override
  public List<Feed> feeds() {
    return List.of(
        new Feed(TAARNBY, DAY, null, wanted, false),
        new Feed(ODENSE, DAY.plusSeconds(7200), DAY.plusSeconds(7200), null, false));
  }

  private static boolean isPolled(MunicipalityCode municipality) {
    return municipality.equals(ODENSE) || municipality.equals(TAARNBY);
  }

  @Override
  public boolean dryRun(MunicipalityCode municipality) {
    tried = isPolled(municipality) ? municipality : tried;
    return isPolled(municipality);
  }

  @Override
  public Optional<DryRun> lastDryRun(MunicipalityCode municipality) {
    return municipality.equals(tried)
        ? Optional.of(
            new DryRun(
                DAY,
                Map.of("CourseEnded", 12, "TargetGroupStarted", 1234),
                Map.of("unknown-target-group", 3),
                null))
        : Optional.empty();
  }

  @Override
  public boolean resync(MunicipalityCode municipality) {
    wanted = DAY;
    return isPolled(municipality);
  }
}
