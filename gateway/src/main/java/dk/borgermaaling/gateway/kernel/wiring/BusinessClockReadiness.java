package dk.borgermaaling.gateway.kernel.wiring;

import dk.borgermaaling.gateway.kernel.jpa.SqlBusinessClock;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * {@code /health/ready}: this node reads the database, and by which business time it goes. Whoever
 * sets the clock sees here when a node goes by it.
 */
@Readiness
@Dependent
public class BusinessClockReadiness implements HealthCheck {
  /** The clock is read every second; a node that has not for so long has lost its database. */
  private static final Duration LOST = Duration.ofSeconds(30);

  private final SqlBusinessClock clock;
  private final Clock real;

  @Inject
  public BusinessClockReadiness(SqlBusinessClock clock, Clock real) {
    this.clock = clock;
    this.real = real;
  }

  @Override
  public HealthCheckResponse call() {
    SqlBusinessClock.Setting setting = clock.setting();
    return HealthCheckResponse.named("business-clock")
        .status(isFresh(clock.readAt(), real.instant()))
        .withData("realAnchor", setting.realAnchor().toString())
        .withData("businessAnchor", setting.businessAnchor().toString())
        .withData("speed", Double.toString(setting.speed()))
        .build();
  }

  static boolean isFresh(Instant readAt, Instant now) {
    return readAt.plus(LOST).isAfter(now);
  }
}
