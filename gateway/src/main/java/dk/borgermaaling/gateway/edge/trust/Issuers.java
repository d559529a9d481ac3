package dk.borgermaaling.gateway.edge.trust;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import javax.security.auth.x500.X500Principal;
import org.jspecify.annotations.Nullable;

/**
 * The authorities whose word on revocation counts (for OCES the issuing, not the root authority),
 * out of one file that can change while the gateway runs. To be here makes nobody a token service
 * or a caller.
 */
public final class Issuers {
  private final @Nullable Reloading<Authorities> file;

  private Issuers(@Nullable Reloading<Authorities> file) {
    this.file = file;
  }

  public static Issuers none() {
    return new Issuers(null);
  }

  /**
   * Reads the file; {@link #look()} reads it again.
   *
   * @param file PEM when its name ends in {@code .pem}, {@code .crt} or {@code .cer}, otherwise
   *     PKCS#12 with its password beside it
   * @throws IllegalStateException when the file cannot be used
   */
  public static Issuers read(Path file, Alarms alarms) {
    return new Issuers(
        new Reloading<>(
            "the certificates of the issuers",
            CertificateFile.files(file),
            contents -> new Authorities(CertificateFile.parse(file, contents)),
            alarms));
  }

  /**
   * Looks whether the file has changed. What cannot be used raises an alarm and changes nothing.
   */
  public void look() {
    if (file != null) {
      file.look();
    }
  }

  public List<X509Certificate> certificates() {
    return current().certificates;
  }

  /** The authority whose key has signed the certificate. */
  Optional<X509Certificate> of(X509Certificate certificate) {
    return current().issuerOf(certificate);
  }

  /** The authorities of that name; several when one has changed its key. */
  List<X509Certificate> named(X500Principal name) {
    return certificates().stream()
        .filter(one -> one.getSubjectX500Principal().equals(name))
        .toList();
  }

  private Authorities current() {
    return file == null ? new Authorities(List.of()) : file.current();
  }

  private static final class Authorities {
    private static final int MOST_KNOWN = 2_000;
    private final List<X509Certificate> certificates;

    /** So that a signature is verified once for a certificate, not once for a message. */
    private final Map<X509Certificate, Optional<X509Certificate>> known = new ConcurrentHashMap<>();

    Authorities(List<X509Certificate> certificates) {
      this.certificates = certificates;
    }

    Optional<X509Certificate> issuerOf(X509Certificate certificate) {
      if (known.size() >= MOST_KNOWN) {
        known.clear();
      }
      return known.computeIfAbsent(certificate, this::find);
    }

    private Optional<X509Certificate> find(X509Certificate certificate) {
      return certificates.stream()
          .filter(one -> one.getSubjectX500Principal().equals(certificate.getIssuerX500Principal()))
          .filter(one -> hasSigned(one, certificate))
          .findFirst();
    }

    private static boolean hasSigned(X509Certificate issuer, X509Certificate certificate) {
      try {
        certificate.verify(issuer.getPublicKey());
        return true;
      } catch (GeneralSecurityException e) {
        return false;
      }
    }

    @Override
    public String toString() {
      return certificates.stream().map(CertificateFile::name).collect(Collectors.joining(", "));
    }
  }
}
