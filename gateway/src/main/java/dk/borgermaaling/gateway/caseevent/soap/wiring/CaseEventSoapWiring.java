package dk.borgermaaling.gateway.caseevent.soap.wiring;

import dk.borgermaaling.gateway.caseevent.CaseEventIntake;
import dk.borgermaaling.gateway.caseevent.soap.CaseEventEndpoint;
import dk.borgermaaling.gateway.caseevent.soap.CaseEventSoap;
import dk.borgermaaling.gateway.edge.EdgeSettings;
import dk.borgermaaling.gateway.edge.replay.ReplayLog;
import dk.borgermaaling.gateway.edge.soap.CurrentCaller;
import dk.borgermaaling.gateway.edge.soap.PolicyVerifier;
import dk.borgermaaling.gateway.edge.soap.ServiceDescription;
import dk.borgermaaling.gateway.edge.soap.SignedService;
import dk.borgermaaling.gateway.edge.soap.SoapService;
import dk.borgermaaling.gateway.edge.soap.SoapSettings;
import dk.borgermaaling.gateway.edge.trust.Trust;
import dk.borgermaaling.gateway.kernel.BusinessClock;
import dk.borgermaaling.gateway.kernel.Transactions;
import dk.borgermaaling.gateway.municipality.Municipalities;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Offers {@code POST /soap/case-events} and {@code POST /soap/liberty/case-events}. */
@ApplicationScoped
public class CaseEventSoapWiring {
  @Inject
  @ConfigProperty(
      name = "gateway.soap.audience",
      defaultValue = "http://borgermaaling.dk/service/case-event/1")
  private String audience;

  @Inject
  @ConfigProperty(
      name = "gateway.soap.public-addresses",
      defaultValue = "https://localhost:9443/soap")
  private List<URI> publicAddresses;

  @Inject
  @ConfigProperty(name = "gateway.soap.max-token-lifetime", defaultValue = "PT8H")
  private Duration maxTokenLifetime;

  @Inject
  @ConfigProperty(name = "gateway.soap.clock-skew", defaultValue = "PT1M")
  private Duration clockSkew;

  @Produces
  @Singleton
  SoapService caseEvents(
      EdgeSettings edge,
      Trust trust,
      Clock clock,
      BusinessClock businessClock,
      CaseEventIntake intake,
      ReplayLog replay,
      Transactions transactions,
      Municipalities municipalities) {
    SoapSettings settings =
        new SoapSettings(
            audience, publicAddresses, maxTokenLifetime, clockSkew, edge.maxMessageBytes());
    CaseEventEndpoint endpoint =
        new CaseEventEndpoint(
            intake, replay, transactions, municipalities, businessClock, CurrentCaller::get);
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
    return new SignedService(endpoint, description, verifier, settings);
  }
}
