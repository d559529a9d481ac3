package dk.borgermaaling.schultz.tasks;

import dk.borgermaaling.gateway.caseevent.EventSource;
import dk.borgermaaling.gateway.caseevent.FeedRuns;
import dk.borgermaaling.gateway.kernel.Causes;
import dk.borgermaaling.schultz.Tenant;
import dk.borgermaaling.schultz.Tenants;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One look into one tenant's folder, and how long until the next. */
public final class FolderPolling {
  private static final Logger LOG = LoggerFactory.getLogger(FolderPolling.class);

  /** One look, as {@code FileRun} takes it. */
  @FunctionalInterface
  public interface Run {
    long of(Tenant tenant) throws IOException;
  }

  private final Optional<Run> run;
  private final Tenants tenants;
  private final FeedRuns runs;
  private final Duration interval;

  /**
   * @param run empty when no folder is set: nothing is looked for
   * @param interval real time from the end of a look to the next
   */
  public FolderPolling(Optional<Run> run, Tenants tenants, FeedRuns runs, Duration interval) {
    if (interval.isNegative() || interval.isZero()) {
      throw new IllegalArgumentException("gateway.schultz.poll-interval must be above 0");
    }
    this.run = run;
    this.tenants = tenants;
    this.runs = runs;
    this.interval = interval;
  }

  /** Names of the tenants whose folders are looked into. */
  List<String> names() {
    return run.isEmpty() ? List.of() : tenants.all().stream().map(Tenant::name).toList();
  }

  Duration interval() {
    return interval;
  }

  /** Whether the tenant's folder is to be looked into again. */
  public boolean run(String name) {
    Optional<Tenant> tenant = tenants.named(name);
    if (run.isEmpty() || tenant.isEmpty()) {
      return false;
    }
    try {
      long events = run.get().of(tenant.get());
      runs.succeeded(EventSource.FASIT, tenant.get().municipality(), Math.toIntExact(events));
      if (events > 0) {
        LOG.info("Fasit {}: {} new events from files", name, events);
      }
    } catch (IOException | RuntimeException e) {
      LOG.error("Fasit {}: the run over its files broke off: {}", name, Causes.trace(e));
      runs.failed(
          EventSource.FASIT,
          tenant.get().municipality(),
          "A run over the delta files broke off; the log has the cause");
    }
    return true;
  }
}
