package dk.borgermaaling.gateway.survey.wiring;

import dk.borgermaaling.gateway.kernel.wiring.GatewayDb;
import dk.borgermaaling.gateway.kernel.wiring.Refreshing;
import dk.borgermaaling.gateway.survey.jpa.SqlSurveyGroups;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;

/** Survey groups, their mapping and their triggers. */
@ApplicationScoped
public class SurveyGroupWiring {
  @Produces
  @Singleton
  SqlSurveyGroups surveyGroups(@GatewayDb Jdbi jdbi) {
    return new SqlSurveyGroups(jdbi);
  }

  void start(
      @Observes @Priority(30) Startup event,
      SqlSurveyGroups groups,
      Refreshing refreshing,
      @ConfigProperty(name = "gateway.survey.refresh-interval", defaultValue = "PT30S")
          Duration refreshInterval) {
    refreshing.start("the table of survey groups", refreshInterval, groups::refresh);
  }
}
