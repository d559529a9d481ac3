package dk.borgermaaling.gateway.access.wiring;

import dk.borgermaaling.gateway.access.kombit.AccessTokenClient;
import dk.borgermaaling.gateway.access.kombit.FunctionCertificate;
import dk.borgermaaling.gateway.access.kombit.HolderOfKeyTokens;
import dk.borgermaaling.gateway.access.kombit.KombitHttp;
import dk.borgermaaling.gateway.access.kombit.StsClient;
import dk.borgermaaling.gateway.access.kombit.TokenCalls;
import dk.borgermaaling.gateway.kernel.http.Outgoing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Calls to KOMBIT's services: certificate, HTTP, tokens. */
@ApplicationScoped
public class KombitWiring {
  private static final int LARGEST_ANSWER = 256 * 1024;

  @Produces
  @Singleton
  FunctionCertificate functionCertificate(
      @ConfigProperty(name = "gateway.kombit.key-store") String keyStore,
      @ConfigProperty(name = "gateway.kombit.trust-store") String trustStore) {
    return FunctionCertificate.read(Path.of(keyStore), Path.of(trustStore));
  }

  @Produces
  @Singleton
  KombitHttp http(
      FunctionCertificate certificate,
      @ConfigProperty(name = "gateway.kombit.connect-timeout", defaultValue = "PT5S")
          Duration connectTimeout,
      @ConfigProperty(name = "gateway.kombit.timeout", defaultValue = "PT30S") Duration timeout) {
    return new KombitHttp(
        KombitHttp.client(certificate.tls(), connectTimeout), timeout, LARGEST_ANSWER);
  }

  @Produces
  @Singleton
  TokenCalls calls(
      FunctionCertificate certificate,
      KombitHttp http,
      Clock clock,
      @ConfigProperty(name = "gateway.kombit.sts-endpoint") URI sts,
      @ConfigProperty(name = "gateway.kombit.access-token-endpoint") URI accessTokens,
      @ConfigProperty(name = "gateway.kombit.assertion-margin", defaultValue = "PT15M")
          Duration assertionMargin,
      @ConfigProperty(name = "gateway.kombit.access-token-margin", defaultValue = "PT1M")
          Duration tokenMargin) {
    return new TokenCalls(
        http,
        new HolderOfKeyTokens(
            new StsClient(
                http, Outgoing.address("gateway.kombit.sts-endpoint", sts), certificate.oneLine()),
            new AccessTokenClient(
                http,
                Outgoing.address("gateway.kombit.access-token-endpoint", accessTokens),
                clock),
            clock,
            assertionMargin,
            tokenMargin),
        certificate.thumbprint());
  }
}
