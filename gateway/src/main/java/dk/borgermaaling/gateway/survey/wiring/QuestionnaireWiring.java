package dk.borgermaaling.gateway.survey.wiring;

import dk.borgermaaling.gateway.kernel.wiring.GatewayDb;
import dk.borgermaaling.gateway.survey.Questionnaires;
import dk.borgermaaling.gateway.survey.SurveySettings;
import dk.borgermaaling.gateway.survey.jpa.SqlQuestionnaires;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;

/** The questionnaire as the settings have it. */
@Dependent
public class QuestionnaireWiring {
  @Produces
  @Singleton
  SurveySettings settings(
      @ConfigProperty(name = "gateway.survey.across-departments", defaultValue = "false")
          boolean acrossDepartments) {
    return new SurveySettings(acrossDepartments);
  }

  @Produces
  @Singleton
  Questionnaires questionnaires(@GatewayDb Jdbi gateway, SurveySettings settings) {
    return new SqlQuestionnaires(gateway, settings);
  }
}
