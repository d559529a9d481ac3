package dk.borgermaaling.gateway.edge.trust.wiring;

import dk.borgermaaling.gateway.edge.trust.Alarms;
import dk.borgermaaling.gateway.edge.trust.ExpiryAlarm;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * {@code /health/ready}: how many alarms this node's trust has, and the fewest days that one of its
 * certificates has left. Always up, because an alarm stops no traffic; which certificate it is
 * stands in the log, since anybody may ask for the health.
 */
@Readiness
@Dependent
public class TrustHealth implements HealthCheck {
  private final Alarms alarms;
  private final ExpiryAlarm expiry;

  @Inject
  public TrustHealth(Alarms alarms, ExpiryAlarm expiry) {
    this.alarms = alarms;
    this.expiry = expiry;
  }

  @Override
  public HealthCheckResponse call() {
    long fewest = expiry.daysLeft().values().stream().mapToLong(Long::longValue).min().orElse(0);
    return HealthCheckResponse.named("trust")
        .up()
        .withData("alarms", alarms.active().size())
        .withData("fewestDaysLeft", fewest)
        .build();
  }
}
