package dk.borgermaaling.gateway.edge.trust;

import dk.borgermaaling.gateway.edge.Refusal;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.wss4j.common.crypto.Crypto;
import org.apache.wss4j.common.crypto.Merlin;

/**
 * The certificates of the token services (STS) that may issue tokens: those of one file and nothing
 * else, several side by side while a service changes its key, each from its notBefore to its
 * notAfter (inclusive, real time). The file can change while the gateway runs.
 */
public final class TokenServices {
  private final Reloading<Issuing> file;
  private final Clock clock;
  private final Crypto crypto;

  private TokenServices(Reloading<Issuing> file, Clock clock) {
    this.file = file;
    this.clock = clock;
    this.crypto = new SwappableCrypto(() -> file.current().crypto);
  }

  /**
   * Reads the file; {@link #look()} reads it again.
   *
   * @param file PEM when its name ends in {@code .pem}, {@code .crt} or {@code .cer}, otherwise
   *     PKCS#12 with its password beside it
   * @param clock real time
   * @throws IllegalStateException when the file cannot be used
   */
  public static TokenServices read(Path file, Clock clock, Alarms alarms) {
    return new TokenServices(
        new Reloading<>(
            "the certificates of the token services",
            CertificateFile.files(file),
            contents -> new Issuing(CertificateFile.parse(file, contents)),
            alarms),
        clock);
  }

  /**
   * Looks whether the file has changed. What cannot be used raises an alarm and changes nothing.
   */
  public void look() {
    file.look();
  }

  /** All certificates of the file, also those that are not valid now. */
  public List<X509Certificate> certificates() {
    return file.current().certificates;
  }

  /** The certificates that may issue tokens now. */
  public List<X509Certificate> inForce() {
    Instant now = clock.instant();
    return certificates().stream().filter(one -> isValid(one, now)).toList();
  }

  /** Refuses a token that another has issued, or one of these outside its validity. */
  public void require(X509Certificate issuer) {
    if (!certificates().contains(issuer)) {
      throw Refusal.notTrusted("the token is not from a token service that we trust");
    }
    if (!isValid(issuer, clock.instant())) {
      throw Refusal.notTrusted("the token service's certificate is not valid now");
    }
  }

  /** Trusts these certificates alone, always as they are now; the object stays the same. */
  public Crypto crypto() {
    return crypto;
  }

  private static boolean isValid(X509Certificate certificate, Instant now) {
    return !now.isBefore(certificate.getNotBefore().toInstant())
        && !now.isAfter(certificate.getNotAfter().toInstant());
  }

  /** One content of the file. */
  private static final class Issuing {
    private final List<X509Certificate> certificates;
    private final Crypto crypto;

    Issuing(List<X509Certificate> certificates) {
      this.certificates = certificates;
      this.crypto = trusting(certificates);
    }

    private static Crypto trusting(List<X509Certificate> certificates) {
      try {
        KeyStore trust = KeyStore.getInstance("PKCS12");
        trust.load(null, null);
        for (int i = 0; i < certificates.size(); i++) {
          trust.setCertificateEntry("sts-" + i, certificates.get(i));
        }
        Merlin merlin = new Merlin();
        merlin.setTrustStore(trust);
        return merlin;
      } catch (GeneralSecurityException | IOException e) {
        throw new IllegalStateException("an empty store in memory takes certificates", e);
      }
    }

    @Override
    public String toString() {
      return certificates.stream().map(CertificateFile::name).collect(Collectors.joining(", "));
    }
  }
}
