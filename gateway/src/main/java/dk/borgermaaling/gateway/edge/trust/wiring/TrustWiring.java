package dk.borgermaaling.gateway.edge.trust.wiring;

import dk.borgermaaling.gateway.edge.trust.Alarms;
import dk.borgermaaling.gateway.edge.trust.ClockDrift;
import dk.borgermaaling.gateway.edge.trust.ExpiryAlarm;
import dk.borgermaaling.gateway.edge.trust.Issuers;
import dk.borgermaaling.gateway.edge.trust.OwnCertificate;
import dk.borgermaaling.gateway.edge.trust.RefusedCertificates;
import dk.borgermaaling.gateway.edge.trust.Revocation;
import dk.borgermaaling.gateway.edge.trust.RevocationSettings;
import dk.borgermaaling.gateway.edge.trust.RevocationSettings.Mode;
import dk.borgermaaling.gateway.edge.trust.SigningKeys;
import dk.borgermaaling.gateway.edge.trust.TokenServices;
import dk.borgermaaling.gateway.edge.trust.Trust;
import dk.borgermaaling.gateway.kernel.wiring.Refreshing;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What the signed edge trusts, on this node: each node reads its own files. */
@ApplicationScoped
public class TrustWiring {
  /** An alarm tells of days; the log has it once a day however often it is looked. */
  private static final Duration EXPIRY_INTERVAL = Duration.ofHours(1);

  @Resource private ManagedExecutorService background;

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
  Issuers issuers(
      @ConfigProperty(name = "gateway.trust.issuers") Optional<String> file, Alarms alarms) {
    return file.map(Path::of).map(path -> Issuers.read(path, alarms)).orElseGet(Issuers::none);
  }

  @Produces
  @Singleton
  RefusedCertificates refused(
      @ConfigProperty(name = "gateway.trust.refused-certificates-file") Optional<String> file,
      Alarms alarms) {
    return file.map(Path::of)
        .map(path -> RefusedCertificates.read(path, alarms))
        .orElseGet(RefusedCertificates::none);
  }

  @Produces
  @Singleton
  Revocation revocation(
      @ConfigProperty(name = "gateway.trust.revocation", defaultValue = "HARD") Mode mode,
      @ConfigProperty(name = "gateway.trust.crl-sources") Optional<List<String>> crlSources,
      @ConfigProperty(name = "gateway.trust.ocsp-responder") Optional<URI> ocspResponder,
      @ConfigProperty(name = "gateway.trust.revocation-grace", defaultValue = "PT24H")
          Duration grace,
      RefusedCertificates refused,
      TokenServices tokenServices,
      Issuers issuers,
      Clock clock,
      Alarms alarms) {
    List<URI> sources =
        crlSources.orElse(List.of()).stream().map(RevocationSettings::source).toList();
    return new Revocation(
        new RevocationSettings(mode, sources, ocspResponder, grace),
        refused,
        tokenServices,
        issuers,
        clock,
        alarms,
        background);
  }

  @Produces
  @Singleton
  Trust trust(
      @ConfigProperty(name = "gateway.trust.clock-drift-warning", defaultValue = "PT30S")
          Duration driftWarning,
      TokenServices tokenServices,
      SigningKeys signingKeys,
      Revocation revocation) {
    return new Trust(tokenServices, signingKeys, revocation, new ClockDrift(driftWarning));
  }

  @Produces
  @Singleton
  ExpiryAlarm expiryAlarm(
      @ConfigProperty(name = "gateway.trust.expiry-warning", defaultValue = "P30D")
          Duration warning,
      Trust trust,
      Instance<OwnCertificate> own,
      Clock clock,
      Alarms alarms) {
    return new ExpiryAlarm(trust, own.stream().toList(), warning, clock, alarms);
  }

  void start(
      @Observes @Priority(40) Startup event,
      Trust trust,
      Issuers issuers,
      RefusedCertificates refused,
      ExpiryAlarm expiry,
      Refreshing refreshing,
      @ConfigProperty(name = "gateway.trust.reload-interval", defaultValue = "PT15S")
          Duration reloadInterval,
      @ConfigProperty(name = "gateway.trust.revocation-interval", defaultValue = "PT15M")
          Duration revocationInterval) {
    refreshing.start(
        "the token services' certificates", reloadInterval, trust.tokenServices()::look);
    refreshing.start("the key that signs answers", reloadInterval, trust.signingKeys()::look);
    refreshing.start("the issuers' certificates", reloadInterval, issuers::look);
    refreshing.start("the refused certificates", reloadInterval, refused::look);
    refreshing.start("revocation", revocationInterval, trust.revocation()::refresh);
    refreshing.start("expiry of certificates", EXPIRY_INTERVAL, expiry::look);
  }
}
