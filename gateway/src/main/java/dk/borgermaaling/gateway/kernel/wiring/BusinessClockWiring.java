package dk.borgermaaling.gateway.kernel.wiring;

import dk.borgermaaling.gateway.kernel.jpa.SqlBusinessClock;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The business clock: its first setting from the configuration, then the row in {@code ops.clock}.
 */
@ApplicationScoped
public class BusinessClockWiring {
  private static final Logger LOG = LoggerFactory.getLogger(BusinessClockWiring.class);

  @Resource private ManagedScheduledExecutorService executor;

  private @Nullable Future<?> refreshing;

  @Produces
  @Singleton
  SqlBusinessClock businessClock(@GatewayDb Jdbi jdbi, Clock realClock) {
    return new SqlBusinessClock(jdbi, realClock);
  }

  void start(
      @Observes @Priority(20) Startup event,
      SqlBusinessClock clock,
      Clock realClock,
      @ConfigProperty(name = "gateway.clock.initial-real-time") Optional<Instant> realTime,
      @ConfigProperty(name = "gateway.clock.initial-business-time") Optional<Instant> businessTime,
      @ConfigProperty(name = "gateway.clock.initial-speed", defaultValue = "1") double speed) {
    Instant real = realTime.orElseGet(realClock::instant);
    clock.startAt(new SqlBusinessClock.Setting(real, businessTime.orElse(real), speed));
    refreshing = executor.scheduleWithFixedDelay(() -> refresh(clock), 1, 1, TimeUnit.SECONDS);
  }

  private static void refresh(SqlBusinessClock clock) {
    try {
      clock.refresh();
    } catch (JdbiException e) {
      LOG.warn("the business clock could not be read; it goes on as last read", e);
    }
  }

  @PreDestroy
  void stop() {
    Future<?> running = refreshing;
    if (running != null) {
      running.cancel(false);
    }
  }
}
