package dk.borgermaaling.gateway.enquiry.rest.wiring;

import dk.borgermaaling.gateway.edge.callers.ProtectedService;
import dk.borgermaaling.gateway.edge.saml.TokenLimits;
import dk.borgermaaling.gateway.edge.saml.TokenSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Offers {@code /rest/v1/surveys}. */
@ApplicationScoped
public class SurveyRestWiring {
  @Inject
  @ConfigProperty(
      name = "gateway.survey.audience",
      defaultValue = "http://borgermaaling.dk/service/survey/1")
  private String audience;

  @Produces
  @Singleton
  ProtectedService surveys(TokenLimits limits) {
    return new ProtectedService("/rest/v1/surveys", new TokenSettings(audience, limits));
  }
}
