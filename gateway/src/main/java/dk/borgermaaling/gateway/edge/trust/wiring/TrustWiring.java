package dk.borgermaaling.gateway.edge.trust.wiring;

import dk.borgermaaling.gateway.edge.trust.Alarms;
import dk.borgermaaling.gateway.edge.trust.SigningKeys;
import dk.borgermaaling.gateway.edge.trust.TokenServices;
import dk.borgermaaling.gateway.edge.trust.Trust;
import dk.borgermaaling.gateway.kernel.wiring.Refreshing;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What the signed edge trusts, on this node: each node reads its own files. */
@ApplicationScoped
public class TrustWiring {
  @Produces
  @Singleton
  Alarms alarms(Clock clock) {
    return new Alarms(clock);
  }

  @Produces
  @Singleton
  TokenServices tokenServices(
      @ConfigProperty(name = "gateway.soap.sts-trust-store") String file,
      Clock clock,
      Alarms alarms) {
    return TokenServices.read(Path.of(file), clock, alarms);
  }

  @Produces
  @Singleton
  SigningKeys signingKeys(
      @ConfigProperty(name = "gateway.soap.key-store") String file, Clock clock, Alarms alarms) {
    return SigningKeys.read(Path.of(file), clock, alarms);
  }

  @Produces
  @Singleton
  Trust trust(TokenServices tokenServices, SigningKeys signingKeys) {
    return new Trust(tokenServices, signingKeys);
  }

  void start(
      @Observes @Priority(40) Startup event,
      TokenServices tokenServices,
      SigningKeys signingKeys,
      Refreshing refreshing,
      @ConfigProperty(name = "gateway.trust.reload-interval", defaultValue = "PT15S")
          Duration reloadInterval) {
    refreshing.start("the token services' certificates", reloadInterval, tokenServices::look);
    refreshing.start("the key that signs answers", reloadInterval, signingKeys::look);
  }
}
