package dk.borgermaaling.gateway.notification.wiring;

import dk.borgermaaling.gateway.kernel.BusinessClock;
import dk.borgermaaling.gateway.kernel.wiring.GatewayDb;
import dk.borgermaaling.gateway.notification.Brakes;
import dk.borgermaaling.gateway.notification.NotificationLedger;
import dk.borgermaaling.gateway.notification.PauseBook;
import dk.borgermaaling.gateway.notification.PlanBook;
import dk.borgermaaling.gateway.notification.ThrottleSettings;
import dk.borgermaaling.gateway.notification.jpa.SqlBrakes;
import dk.borgermaaling.gateway.notification.jpa.SqlPauseBook;
import dk.borgermaaling.gateway.notification.jpa.SqlPlanBook;
import dk.borgermaaling.gateway.notification.tasks.SleepingSteps;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;

/** What holds steps back, and the plans that operators change. */
@ApplicationScoped
public class BrakesWiring {
  @Produces
  @Singleton
  Brakes brakes(
      @GatewayDb Jdbi jdbi,
      BusinessClock business,
      Clock clock,
      @ConfigProperty(name = "gateway.notification.per-minute", defaultValue = "0") int country,
      @ConfigProperty(name = "gateway.notification.municipality-per-minute", defaultValue = "0")
          int municipality) {
    return new SqlBrakes(jdbi, new ThrottleSettings(country, municipality), business, clock);
  }

  @Produces
  @Singleton
  SleepingSteps sleepingSteps(@GatewayDb Jdbi jdbi, BusinessClock business, Clock clock) {
    return new SleepingSteps(jdbi, business, clock);
  }

  @Produces
  @Singleton
  PauseBook pauses(@GatewayDb Jdbi jdbi, SleepingSteps sleeping, Clock clock) {
    return new SqlPauseBook(jdbi, sleeping::wake, clock);
  }

  @Produces
  @Singleton
  PlanBook plans(
      @GatewayDb Jdbi jdbi, NotificationLedger ledger, SleepingSteps sleeping, Clock clock) {
    return new SqlPlanBook(jdbi, ledger, sleeping::move, clock);
  }
}
