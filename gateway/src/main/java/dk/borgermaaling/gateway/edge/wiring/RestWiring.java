package dk.borgermaaling.gateway.edge.wiring;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dk.borgermaaling.gateway.edge.Authority;
import dk.borgermaaling.gateway.edge.Caller;
import dk.borgermaaling.gateway.edge.callers.CallerFilter;
import dk.borgermaaling.gateway.edge.callers.CallerProof;
import dk.borgermaaling.gateway.edge.callers.ProtectedService;
import dk.borgermaaling.gateway.edge.callers.RestCallers;
import dk.borgermaaling.gateway.edge.callers.RestCallersFile;
import dk.borgermaaling.gateway.edge.callers.SignatureProof;
import dk.borgermaaling.gateway.edge.httpsig.RequestProfile;
import dk.borgermaaling.gateway.edge.httpsig.SigningKey;
import dk.borgermaaling.gateway.edge.jwt.JwtProof;
import dk.borgermaaling.gateway.edge.jwt.JwtVerifier;
import dk.borgermaaling.gateway.edge.replay.ReplayLog;
import dk.borgermaaling.gateway.edge.saml.AssertionVerifier;
import dk.borgermaaling.gateway.edge.saml.TokenLimits;
import dk.borgermaaling.gateway.edge.tokens.AccessTokenProof;
import dk.borgermaaling.gateway.edge.tokens.AccessTokens;
import dk.borgermaaling.gateway.edge.tokens.AssertionExchange;
import dk.borgermaaling.gateway.edge.tokens.JdbiAccessTokens;
import dk.borgermaaling.gateway.edge.trust.Alarms;
import dk.borgermaaling.gateway.edge.trust.Trust;
import dk.borgermaaling.gateway.kernel.Transactions;
import dk.borgermaaling.gateway.kernel.wiring.GatewayDb;
import dk.borgermaaling.gateway.kernel.wiring.Refreshing;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;

/** Who may call REST, the ways in, and our own access tokens. */
@ApplicationScoped
public class RestWiring {
  @Inject
  @ConfigProperty(name = "gateway.rest.callers-file")
  private Optional<String> callersFile;

  @Inject
  @ConfigProperty(
      name = "gateway.rest.public-addresses",
      defaultValue = "https://localhost:9443,https://localhost:9444")
  private List<URI> publicAddresses;

  @Inject
  @ConfigProperty(name = "gateway.rest.access-token-lifetime", defaultValue = "PT1H")
  private Duration accessTokenLifetime;

  @Inject
  @ConfigProperty(name = "gateway.rest.signature-lifetime", defaultValue = "PT5M")
  private Duration signatureLifetime;

  @Inject
  @ConfigProperty(name = "gateway.token.max-lifetime", defaultValue = "PT8H")
  private Duration maxLifetime;

  @Inject
  @ConfigProperty(name = "gateway.token.clock-skew", defaultValue = "PT1M")
  private Duration clockSkew;

  @Inject
  @ConfigProperty(
      name = "gateway.token.jwt-issuer",
      defaultValue = "https://saml.n2adgangsstyring.stoettesystemerne.dk/runtime/")
  private String jwtIssuer;

  @Produces
  @Singleton
  TokenLimits tokenLimits() {
    return new TokenLimits(maxLifetime, clockSkew);
  }

  @Produces
  @Singleton
  RestCallers callers(Alarms alarms) {
    return callersFile
        .map(file -> RestCallersFile.read(Path.of(file), alarms))
        .orElseGet(() -> RestCallers.of(List.of()));
  }

  void start(
      @Observes @Priority(50) Startup event,
      RestCallers callers,
      Trust trust,
      Refreshing refreshing,
      @ConfigProperty(name = "gateway.trust.reload-interval", defaultValue = "PT15S")
          Duration reloadInterval) {
    refreshing.start(
        "the callers of REST",
        reloadInterval,
        () -> {
          callers.look();
          callers.certificates().forEach(trust.revocation()::expect);
        });
  }

  @Produces
  @Singleton
  AccessTokens accessTokens(@GatewayDb Jdbi jdbi) {
    return new JdbiAccessTokens(jdbi);
  }

  @Produces
  @Singleton
  CallerProof accessTokenProof(AccessTokens tokens, Trust trust) {
    return new AccessTokenProof(tokens, trust::issuers);
  }

  @Produces
  @Singleton
  CallerProof jwtProof(Trust trust, Clock clock) {
    return new JwtProof(new JwtVerifier(trust::issuers), jwtIssuer, clock);
  }

  @Produces
  @Singleton
  CallerProof signatureProof(
      RestCallers callers,
      Trust trust,
      Authority authority,
      ReplayLog replay,
      Transactions transactions,
      TokenLimits limits,
      Clock clock) {
    return new SignatureProof(
        RequestProfile.of(signatureLifetime, limits.clockSkew()),
        callers,
        trust,
        publicAddresses.stream()
            .map(address -> address.getAuthority().toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet()),
        authority,
        replay,
        transactions,
        () -> answers(trust.signingKeys().inForce()),
        clock);
  }

  @Produces
  @Singleton
  AssertionExchange assertionExchange(
      RestCallers callers,
      @Any Instance<ProtectedService> services,
      AccessTokens tokens,
      Trust trust,
      Clock clock) {
    return new AssertionExchange(
        new AssertionVerifier(trust::issuers),
        callers,
        services.stream().toList(),
        tokens,
        accessTokenLifetime,
        clock);
  }

  @Produces
  @Singleton
  CallerFilter callerFilter(
      RestCallers callers,
      @Any Instance<ProtectedService> services,
      @Any Instance<CallerProof> proofs) {
    return new CallerFilter(callers, services.stream().toList(), proofs.stream().toList());
  }

  private static SigningKey answers(dk.borgermaaling.gateway.edge.trust.SigningKey key) {
    return SigningKey.of(key.certificate(), key.key());
  }

  /** The verified caller of the REST request that is being served. */
  @Produces
  @Dependent
  Caller caller(HttpServletRequest request) {
    return CallerFilter.callerOf(request);
  }

  /** Deletes access tokens that have expired. */
  @Produces
  @Singleton
  RecurringTask<Void> forgetAccessTokens(@GatewayDb Jdbi jdbi) {
    JdbiAccessTokens tokens = new JdbiAccessTokens(jdbi);
    return Tasks.recurring("access-tokens-forget", FixedDelay.ofMinutes(10))
        .execute((instance, context) -> tokens.forgetExpired());
  }
}
