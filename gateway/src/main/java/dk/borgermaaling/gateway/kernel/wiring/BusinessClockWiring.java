package dk.borgermaaling.gateway.kernel.wiring;

import dk.borgermaaling.gateway.kernel.BusinessClock;
import dk.borgermaaling.gateway.kernel.jpa.SqlBusinessClock;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;

/**
 * The business clock: its first setting from the configuration, then the row in {@code ops.clock}.
 */
@ApplicationScoped
public class BusinessClockWiring {
  /**
   * What waits is woken at once and at the next look: meanwhile a task, or a node that had not
   * looked yet, may have reckoned with the setting before.
   */
  private static final int WAKES = 2;

  @Produces
  @Singleton
  SqlBusinessClock businessClock(@GatewayDb Jdbi jdbi, Clock realClock) {
    return new SqlBusinessClock(jdbi, realClock);
  }

  void start(
      @Observes @Priority(20) Startup event,
      SqlBusinessClock clock,
      Clock realClock,
      Refreshing refreshing,
      Event<BusinessClock.WasSet> wasSet,
      @ConfigProperty(name = "gateway.clock.initial-real-time") Optional<Instant> realTime,
      @ConfigProperty(name = "gateway.clock.initial-business-time") Optional<Instant> businessTime,
      @ConfigProperty(name = "gateway.clock.initial-speed", defaultValue = "1") double speed) {
    Instant real = realTime.orElseGet(realClock::instant);
    clock.startAt(new SqlBusinessClock.Setting(real, businessTime.orElse(real), speed));
    AtomicInteger wakes = new AtomicInteger();
    refreshing.start(
        "the business clock",
        Duration.ofSeconds(1),
        () -> {
          if (clock.refresh()) {
            wakes.set(WAKES);
          }
          if (wakes.get() > 0) {
            wasSet.fire(new BusinessClock.WasSet());
            wakes.decrementAndGet();
          }
        });
  }
}
