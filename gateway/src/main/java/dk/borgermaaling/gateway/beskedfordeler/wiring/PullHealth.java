package dk.borgermaaling.gateway.beskedfordeler.wiring;

import dk.borgermaaling.gateway.beskedfordeler.Pulling;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * {@code /health/ready}: how many queues of Beskedfordeler this node pulls, to how many it is
 * connected, and since when not to all. Always up: what is not pulled waits there, and no request
 * fails of it.
 */
@Readiness
@Dependent
public class PullHealth implements HealthCheck {
  private final PullWiring wiring;

  @Inject
  public PullHealth(PullWiring wiring) {
    this.wiring = wiring;
  }

  @Override
  public HealthCheckResponse call() {
    HealthCheckResponseBuilder answer = HealthCheckResponse.named("beskedfordeler-pull").up();
    wiring.pulling().ifPresent(pulling -> tell(answer, pulling));
    return answer.build();
  }

  private static void tell(HealthCheckResponseBuilder answer, Pulling pulling) {
    answer.withData("queues", pulling.queues()).withData("connected", pulling.connected());
    pulling.downSince().ifPresent(since -> answer.withData("notConnectedSince", since.toString()));
  }
}
