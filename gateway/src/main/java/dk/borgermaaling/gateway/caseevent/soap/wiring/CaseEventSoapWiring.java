package dk.borgermaaling.gateway.caseevent.soap.wiring;

import dk.borgermaaling.gateway.caseevent.CaseEventStatus;
import dk.borgermaaling.gateway.caseevent.EventBatches;
import dk.borgermaaling.gateway.caseevent.Withdrawals;
import dk.borgermaaling.gateway.caseevent.soap.CaseEventEndpoint;
import dk.borgermaaling.gateway.caseevent.soap.CaseEventSoap;
import dk.borgermaaling.gateway.edge.soap.MunicipalityCalls;
import dk.borgermaaling.gateway.edge.soap.SignedServices;
import dk.borgermaaling.gateway.edge.soap.SoapService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Offers {@code POST /soap/case-events} and {@code POST /soap/liberty/case-events}. */
@ApplicationScoped
public class CaseEventSoapWiring {
  @Inject
  @ConfigProperty(
      name = "gateway.case-event.audience",
      defaultValue = "http://borgermaaling.dk/service/case-event/1")
  private String audience;

  @Produces
  @Singleton
  SoapService caseEvents(
      SignedServices services,
      EventBatches batches,
      Withdrawals withdrawals,
      CaseEventStatus status,
      MunicipalityCalls calls) {
    CaseEventEndpoint endpoint = new CaseEventEndpoint(batches, withdrawals, status, calls);
    return services.of(endpoint, CaseEventSoap.BOTH, audience);
  }
}
