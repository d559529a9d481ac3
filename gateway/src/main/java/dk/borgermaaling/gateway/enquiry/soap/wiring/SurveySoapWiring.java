package dk.borgermaaling.gateway.enquiry.soap.wiring;

import dk.borgermaaling.gateway.edge.soap.MunicipalityCalls;
import dk.borgermaaling.gateway.edge.soap.SignedServices;
import dk.borgermaaling.gateway.edge.soap.SoapService;
import dk.borgermaaling.gateway.enquiry.OptOuts;
import dk.borgermaaling.gateway.enquiry.SurveyFigures;
import dk.borgermaaling.gateway.enquiry.SurveyStatuses;
import dk.borgermaaling.gateway.enquiry.soap.SurveyEndpoint;
import dk.borgermaaling.gateway.enquiry.soap.SurveySoap;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Offers {@code POST /soap/surveys} and {@code POST /soap/liberty/surveys}. */
@ApplicationScoped
public class SurveySoapWiring {
  @Inject
  @ConfigProperty(
      name = "gateway.survey.audience",
      defaultValue = "http://borgermaaling.dk/service/survey/1")
  private String audience;

  @Produces
  @Singleton
  SoapService surveys(
      SignedServices services,
      SurveyStatuses statuses,
      OptOuts optOuts,
      SurveyFigures figures,
      MunicipalityCalls calls) {
    SurveyEndpoint endpoint = new SurveyEndpoint(statuses, optOuts, figures, calls);
    return services.of(endpoint, SurveySoap.BOTH, audience);
  }
}
