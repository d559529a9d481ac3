package dk.borgermaaling.kmd.wiring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.Collections;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * The platform's trusted roots and, if there are any, those of an extra PKCS12 file for all and of
 * a PEM file for one municipality: the chain of KMD's server was once incomplete.
 */
final class TrustedRoots {
  private TrustedRoots() {}

  /**
   * @param extra PKCS12; its password stands in the file of the same name ending in .password
   */
  static SSLContext with(@Nullable Path extra) {
    return with(extra, null);
  }

  /**
   * @param pem certificates of further roots
   */
  static SSLContext with(@Nullable Path extra, @Nullable Path pem) {
    KeyStore roots = roots(extra);
    try {
      if (pem != null) {
        addPem(pem, roots);
      }
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, managers(roots), null);
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(
          "an extra-ca of gateway.kmd.connections-file cannot be used", e);
    }
  }

  private static KeyStore roots(@Nullable Path extra) {
    try {
      KeyStore roots = KeyStore.getInstance("PKCS12");
      roots.load(null, null);
      for (TrustManager manager : managers(null)) {
        if (manager instanceof X509TrustManager platform) {
          for (X509Certificate root : platform.getAcceptedIssuers()) {
            roots.setCertificateEntry("platform-" + roots.size(), root);
          }
        }
      }
      if (extra != null) {
        addAll(extra, roots);
      }
      return roots;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("gateway.kmd.trust-store cannot be used", e);
    }
  }

  private static void addAll(Path file, KeyStore roots)
      throws GeneralSecurityException, IOException {
    String name = String.valueOf(file.getFileName()).replaceAll("\\.p12$", "");
    String password = Files.readString(file.resolveSibling(name + ".password")).strip();
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (var in = Files.newInputStream(file)) {
      store.load(in, password.toCharArray());
    }
    for (String alias : Collections.list(store.aliases())) {
      Certificate certificate = store.getCertificate(alias);
      if (certificate != null) {
        roots.setCertificateEntry("extra-" + alias, certificate);
      }
    }
  }

  private static void addPem(Path file, KeyStore roots)
      throws GeneralSecurityException, IOException {
    Collection<? extends Certificate> certificates;
    try (var in = Files.newInputStream(file)) {
      certificates = CertificateFactory.getInstance("X.509").generateCertificates(in);
    }
    if (certificates.isEmpty()) {
      throw new CertificateException("the file has no certificate");
    }
    int number = 0;
    for (Certificate certificate : certificates) {
      roots.setCertificateEntry("pem-" + number++, certificate);
    }
  }

  private static TrustManager[] managers(@Nullable KeyStore roots) throws GeneralSecurityException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(roots);
    return factory.getTrustManagers();
  }
}
