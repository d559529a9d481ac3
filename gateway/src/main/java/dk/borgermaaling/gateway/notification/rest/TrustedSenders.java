package dk.borgermaaling.gateway.notification.rest;

import dk.borgermaaling.gateway.access.kombit.FunctionCertificate;
import dk.borgermaaling.gateway.kernel.Problem;
import dk.borgermaaling.gateway.kernel.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The certificates that may push receipts. Several at once, so that a new one is known before the
 * old one is gone; none means that nobody may.
 *
 * @param thumbprints SHA-256, lower-case hexadecimal
 */
public record TrustedSenders(Set<String> thumbprints) {
  public TrustedSenders {
    for (String thumbprint : thumbprints) {
      if (!thumbprint.matches("[0-9a-f]{64}")) {
        throw new IllegalArgumentException("a thumbprint must be 64 hexadecimal digits");
      }
    }
    thumbprints = Set.copyOf(thumbprints);
  }

  /** From thumbprints in any case, and from PEM files. */
  public static TrustedSenders of(List<String> thumbprints, List<Path> certificates) {
    Set<String> all = new HashSet<>();
    thumbprints.forEach(one -> all.add(one.strip().toLowerCase(Locale.ROOT)));
    certificates.forEach(file -> all.add(FunctionCertificate.thumbprint(read(file))));
    return new TrustedSenders(all);
  }

  /**
   * Lets a trusted sender pass.
   *
   * @param chain the certificates that TLS has verified, the sender's own first; absent without
   *     mutual TLS
   * @throws ProblemException when the sender is not one of these
   */
  void require(Certificate @Nullable [] chain) {
    if (chain == null
        || chain.length == 0
        || !thumbprints.contains(FunctionCertificate.thumbprint(chain[0]))) {
      throw new ProblemException(new Problem.NotTrusted());
    }
  }

  private static Certificate read(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return CertificateFactory.getInstance("X.509").generateCertificate(in);
    } catch (IOException | CertificateException e) {
      throw new IllegalStateException("the certificate of Beskedfordeler cannot be read", e);
    }
  }
}
