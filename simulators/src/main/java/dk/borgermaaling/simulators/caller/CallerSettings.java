package dk.borgermaaling.simulators.caller;

import dk.borgermaaling.simulators.Surroundings;
import dk.borgermaaling.simulators.certificates.KeyFile;
import dk.borgermaaling.simulators.world.Town;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;

/**
 * Who calls, for whom, and where.
 *
 * @param tokenService address of the STS, {@code .../certificatemixed}
 * @param service address of the gateway's service
 * @param audience entity id of the service that the token is for
 * @param cvr the municipality on whose behalf the caller speaks
 * @param key the caller's key and certificate, which the token is bound to
 * @param tokenServiceTrust the certificate of the STS alone
 * @param gateway the certificate that must have signed the answers
 */
public record CallerSettings(
    URI tokenService,
    URI service,
    String audience,
    String cvr,
    KeyFile key,
    KeyStore tokenServiceTrust,
    X509Certificate gateway,
    SSLContext tls) {
  public static final String AUDIENCE = "http://borgermaaling.dk/service/case-event/1";
  private static final String TOKEN_SERVICE = "/runtime/services/kombittrust/14/certificatemixed";

  /**
   * Silkeborg's caller in the demonstration; {@code caller.sts-url} names another place for the STS
   * than the simulators' own port.
   */
  public static CallerSettings silkeborg(Surroundings around) {
    var settings = around.settings();
    Path certificates = settings.certificatesDir();
    String sts =
        settings
            .caseSystems()
            .getOrDefault("caller.sts-url", "https://localhost:" + settings.port());
    return new CallerSettings(
        URI.create(sts + TOKEN_SERVICE),
        URI.create(settings.gatewayUrl() + "/soap/case-events"),
        AUDIENCE,
        Town.SILKEBORG.cvr(),
        around.key("caller"),
        KeyFile.trust(certificates.resolve("sts-trust.p12")),
        certificate(certificates.resolve("gateway.pem")),
        around.gateway().tls());
  }

  /** The same caller at another service. */
  public CallerSettings at(URI otherService, String otherAudience) {
    return new CallerSettings(
        tokenService, otherService, otherAudience, cvr, key, tokenServiceTrust, gateway, tls);
  }

  private static X509Certificate certificate(Path pem) {
    try (InputStream in = Files.newInputStream(pem)) {
      return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
    } catch (IOException e) {
      throw new UncheckedIOException("no readable " + pem.getFileName(), e);
    } catch (CertificateException e) {
      throw new IllegalStateException(pem.getFileName() + " is no certificate", e);
    }
  }

  @Override
  public String toString() {
    return "CallerSettings[" + cvr + "]";
  }
}
