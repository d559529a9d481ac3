package dk.borgermaaling.gateway.notification.wiring;

import dk.borgermaaling.gateway.kernel.Transactions;
import dk.borgermaaling.gateway.notification.Pause;
import dk.borgermaaling.gateway.notification.PauseBook;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code /health/ready}: how many pauses hold, and how many of them the system made because an
 * agreement or a certificate was refused. Always up, because another node would hold back as much;
 * whose they are stands in the console, since anybody may ask for the health.
 */
@Readiness
@Dependent
public class SendingHealth implements HealthCheck {
  private static final Logger LOG = LoggerFactory.getLogger(SendingHealth.class);
  private final Transactions transactions;
  private final PauseBook book;

  @Inject
  public SendingHealth(Transactions transactions, PauseBook book) {
    this.transactions = transactions;
    this.book = book;
  }

  @Override
  public HealthCheckResponse call() {
    var answer = HealthCheckResponse.named("sending").up();
    try {
      List<Pause> pauses = transactions.inOne(book::active);
      return answer
          .withData("pauses", pauses.size())
          .withData("stoppedBySystem", pauses.stream().filter(Pause::isBySystem).count())
          .build();
    } catch (RuntimeException e) {
      LOG.debug("no database to ask for pauses: {}", e.getClass().getSimpleName());
      return answer.withData("pauses", "unknown").build();
    }
  }
}
