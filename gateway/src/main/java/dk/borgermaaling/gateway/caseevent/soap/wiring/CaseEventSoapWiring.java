package dk.borgermaaling.gateway.caseevent.soap.wiring;

import dk.borgermaaling.gateway.caseevent.CaseEventStatus;
import dk.borgermaaling.gateway.caseevent.EventBatches;
import dk.borgermaaling.gateway.caseevent.Withdrawals;
import dk.borgermaaling.gateway.caseevent.soap.CaseEventEndpoint;
import dk.borgermaaling.gateway.caseevent.soap.CaseEventSoap;
import dk.borgermaaling.gateway.edge.EdgeSettings;
import dk.borgermaaling.gateway.edge.saml.TokenLimits;
import dk.borgermaaling.gateway.edge.saml.TokenSettings;
import dk.borgermaaling.gateway.edge.soap.MunicipalityCalls;
import dk.borgermaaling.gateway.edge.soap.PolicyVerifier;
import dk.borgermaaling.gateway.edge.soap.ServiceDescription;
import dk.borgermaaling.gateway.edge.soap.SignedService;
import dk.borgermaaling.gateway.edge.soap.SoapService;
import dk.borgermaaling.gateway.edge.soap.SoapSettings;
import dk.borgermaaling.gateway.edge.trust.Trust;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Offers {@code POST /soap/case-events} and {@code POST /soap/liberty/case-events}. */
@ApplicationScoped
public class CaseEventSoapWiring {
  @Inject
  @ConfigProperty(
      name = "gateway.case-event.audience",
      defaultValue = "http://borgermaaling.dk/service/case-event/1")
  private String audience;

  @Inject
  @ConfigProperty(
      name = "gateway.soap.public-addresses",
      defaultValue = "https://localhost:9443/soap")
  private List<URI> publicAddresses;

  @Produces
  @Singleton
  SoapService caseEvents(
      EdgeSettings edge,
      TokenLimits limits,
      Trust trust,
      Clock clock,
      EventBatches batches,
      Withdrawals withdrawals,
      CaseEventStatus status,
      MunicipalityCalls calls) {
    SoapSettings settings =
        new SoapSettings(
            new TokenSettings(audience, limits), publicAddresses, edge.maxMessageBytes());
    CaseEventEndpoint endpoint = new CaseEventEndpoint(batches, withdrawals, status, calls);
    List<SignedService> services =
        CaseEventSoap.BOTH.stream()
            .map(description -> service(endpoint, description, settings, trust, clock))
            .toList();
    return bus -> services.forEach(service -> service.publish(bus));
  }

  private static SignedService service(
      CaseEventEndpoint endpoint,
      ServiceDescription description,
      SoapSettings all,
      Trust trust,
      Clock clock) {
    SoapSettings settings = all.at(description.path());
    PolicyVerifier verifier = new PolicyVerifier(trust, settings, description, clock);
    return new SignedService(endpoint, description, verifier, settings, clock);
  }
}
