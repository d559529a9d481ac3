package dk.borgermaaling.gateway.notification.wiring;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * {@code /health/ready}: how many first messages lack a receipt that should have come. Always up,
 * because that stops no traffic.
 */
@Readiness
@Dependent
public class ReceiptHealth implements HealthCheck {
  private final ReceiptWatch watch;

  @Inject
  public ReceiptHealth(ReceiptWatch watch) {
    this.watch = watch;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("receipts").up().withData("overdue", watch.overdue()).build();
  }
}
