package dk.borgermaaling.gateway.beskedfordeler.rest;

import dk.borgermaaling.gateway.edge.Refusal;
import dk.borgermaaling.gateway.edge.Thumbprint;
import dk.borgermaaling.gateway.kernel.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The certificates that may push as Beskedfordeler. Several at once, so that a new one is known
 * before the old one is gone; none means that nobody may.
 */
public record TrustedSenders(Set<Thumbprint> thumbprints) {
  public TrustedSenders {
    thumbprints = Set.copyOf(thumbprints);
  }

  /** From SHA-256 thumbprints in any case, and from PEM files. */
  public static TrustedSenders of(List<String> thumbprints, List<Path> certificates) {
    Set<Thumbprint> all = new HashSet<>();
    thumbprints.forEach(one -> all.add(thumbprint(one.strip().toLowerCase(Locale.ROOT))));
    certificates.forEach(file -> all.add(Thumbprint.of(read(file))));
    return new TrustedSenders(all);
  }

  /**
   * Lets a trusted sender pass.
   *
   * @throws ProblemException when the sender is not one of these
   */
  public void require(Thumbprint sender) {
    if (!thumbprints.contains(sender)) {
      throw Refusal.notTrusted("this certificate may not push as Beskedfordeler");
    }
  }

  private static Thumbprint thumbprint(String text) {
    if (!text.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException("a thumbprint must be 64 hexadecimal digits");
    }
    return new Thumbprint(text);
  }

  private static X509Certificate read(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
    } catch (IOException | CertificateException e) {
      throw new IllegalStateException("the certificate of Beskedfordeler cannot be read", e);
    }
  }
}
