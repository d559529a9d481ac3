package dk.borgermaaling.gateway.caseevent.rest.wiring;

import dk.borgermaaling.gateway.edge.callers.ProtectedService;
import dk.borgermaaling.gateway.edge.saml.TokenLimits;
import dk.borgermaaling.gateway.edge.saml.TokenSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Offers {@code /rest/v1/case-events}. */
@ApplicationScoped
public class CaseEventRestWiring {
  @Inject
  @ConfigProperty(
      name = "gateway.case-event.audience",
      defaultValue = "http://borgermaaling.dk/service/case-event/1")
  private String audience;

  @Produces
  @Singleton
  ProtectedService caseEvents(TokenLimits limits) {
    return new ProtectedService("/rest/v1/case-events", new TokenSettings(audience, limits));
  }
}
