package dk.borgermaaling.gateway.access.wiring;

import dk.borgermaaling.gateway.access.kombit.AccessTokenClient;
import dk.borgermaaling.gateway.access.kombit.AssertionSource;
import dk.borgermaaling.gateway.access.kombit.ExchangedTokens;
import dk.borgermaaling.gateway.access.kombit.HolderOfKeyTokens;
import dk.borgermaaling.gateway.access.kombit.JsonSts;
import dk.borgermaaling.gateway.access.kombit.NoToken;
import dk.borgermaaling.gateway.access.kombit.OAuthTokens;
import dk.borgermaaling.gateway.access.kombit.SoapSts;
import dk.borgermaaling.gateway.access.kombit.TokenCalls;
import dk.borgermaaling.gateway.access.kombit.TokenHolder;
import dk.borgermaaling.gateway.access.kombit.TokenHolders;
import dk.borgermaaling.gateway.access.kombit.TokenSource;
import dk.borgermaaling.gateway.edge.trust.Alarms;
import dk.borgermaaling.gateway.edge.trust.CertificateFile;
import dk.borgermaaling.gateway.edge.trust.Trust;
import dk.borgermaaling.gateway.kernel.http.Outgoing;
import dk.borgermaaling.gateway.kernel.wiring.Refreshing;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Calls to KOMBIT's services: certificate, HTTP, tokens. */
@ApplicationScoped
public class KombitWiring {
  private static final int LARGEST_ANSWER = 256 * 1024;
  private static final String STS_ENDPOINT = "gateway.kombit.sts-endpoint";

  @Resource private ManagedExecutorService background;

  /** The variants of KOMBIT's STS. */
  enum TokenService {
    JSON,
    SOAP,
    OAUTH
  }

  @Produces
  @Singleton
  TokenHolders holders(
      @ConfigProperty(name = "gateway.kombit.key-store") String keyStore,
      @ConfigProperty(name = "gateway.kombit.trust-store") String trustStore,
      @ConfigProperty(name = "gateway.kombit.connect-timeout", defaultValue = "PT5S")
          Duration connectTimeout,
      @ConfigProperty(name = "gateway.kombit.timeout", defaultValue = "PT30S") Duration timeout,
      Clock clock,
      Alarms alarms) {
    return TokenHolders.read(
        Path.of(keyStore),
        Path.of(trustStore),
        new TokenHolder.HttpLimits(connectTimeout, timeout, LARGEST_ANSWER),
        clock,
        alarms);
  }

  @Produces
  @Singleton
  TokenSource source(
      @ConfigProperty(name = "gateway.kombit.token-service", defaultValue = "JSON")
          TokenService variant,
      @ConfigProperty(name = "gateway.kombit.sts-endpoint") URI endpoint,
      AssertionSource assertions,
      @ConfigProperty(name = "gateway.kombit.access-token-endpoint") Optional<URI> accessTokens,
      @ConfigProperty(name = "gateway.kombit.client-id") Optional<String> clientId,
      @ConfigProperty(name = "gateway.kombit.assertion-margin", defaultValue = "PT15M")
          Duration assertionMargin,
      Clock clock) {
    return switch (variant) {
      case OAUTH ->
          new OAuthTokens(
              Outgoing.address(STS_ENDPOINT, endpoint),
              clientId.orElseThrow(() -> missing("gateway.kombit.client-id", variant)),
              clock);
      case JSON, SOAP -> exchanged(assertions, accessTokens, variant, clock, assertionMargin);
    };
  }

  /** Assertions as they are, for a service that takes no access token. */
  @Produces
  @Singleton
  AssertionSource assertions(
      @ConfigProperty(name = "gateway.kombit.token-service", defaultValue = "JSON")
          TokenService variant,
      @ConfigProperty(name = "gateway.kombit.sts-endpoint") URI endpoint,
      Trust trust,
      Clock clock) {
    URI sts = Outgoing.address(STS_ENDPOINT, endpoint);
    return switch (variant) {
      case JSON -> new JsonSts(sts);
      case SOAP -> new SoapSts(sts, trust, clock);
      case OAUTH ->
          key -> {
            throw new NoToken(NoToken.Reason.REFUSED, "OAuth gives no assertions");
          };
    };
  }

  private static TokenSource exchanged(
      AssertionSource sts,
      Optional<URI> accessTokens,
      TokenService variant,
      Clock clock,
      Duration margin) {
    String setting = "gateway.kombit.access-token-endpoint";
    URI endpoint = accessTokens.orElseThrow(() -> missing(setting, variant));
    return new ExchangedTokens(
        sts, new AccessTokenClient(Outgoing.address(setting, endpoint), clock), clock, margin);
  }

  private static IllegalArgumentException missing(String setting, TokenService variant) {
    return new IllegalArgumentException(
        setting + " is required when gateway.kombit.token-service is " + variant);
  }

  @Produces
  @Singleton
  TokenCalls calls(
      TokenHolders holders,
      TokenSource source,
      Clock clock,
      @ConfigProperty(name = "gateway.kombit.access-token-margin", defaultValue = "PT1M")
          Duration margin,
      @ConfigProperty(name = "gateway.kombit.access-token-ahead", defaultValue = "PT5M")
          Duration ahead,
      @ConfigProperty(name = "gateway.kombit.on-behalf-of") Optional<String> onBehalfOf) {
    return new TokenCalls(
        holders::inForce,
        new HolderOfKeyTokens(source, clock, margin, ahead, background),
        onBehalfOf.map(Path::of).map(CertificateFile::only));
  }

  void start(
      @Observes @Priority(40) Startup event,
      TokenHolders holders,
      Refreshing refreshing,
      @ConfigProperty(name = "gateway.trust.reload-interval", defaultValue = "PT15S")
          Duration reloadInterval) {
    refreshing.start("the function certificate", reloadInterval, holders::look);
  }
}
