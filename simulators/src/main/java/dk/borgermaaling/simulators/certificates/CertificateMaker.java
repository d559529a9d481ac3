package dk.borgermaaling.simulators.certificates;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;

/**
 * Makes the certificates of a demonstration or a test, once: what is there already is kept, so that
 * a restart finds the same parties.
 */
public final class CertificateMaker {
  private static final String REVOKED = "revoked";
  private static final List<String> SERVERS = List.of("tls");
  private static final List<String> PARTIES =
      List.of("sts", "gateway", "caller", "signer", "portal", "fasit", "beskedfordeler", REVOKED);

  private CertificateMaker() {}

  /**
   * Writes what the folder lacks: {@code root}, {@code tls}, {@code sts}, {@code gateway}, {@code
   * caller}, {@code signer}, {@code portal}, {@code fasit}, {@code beskedfordeler} and {@code
   * revoked}, each as {@code .p12} (alias = its name), {@code .password} and {@code .pem}; {@code
   * trust.p12} with the root only and {@code sts-trust.p12} with the certificate of the STS only.
   * Key stores and passwords are readable for their owner alone. The root's revocation list, {@code
   * root.crl}, is of this moment each time; {@code revoked} alone is on it.
   */
  public static void writeMissing(Path dir) throws IOException {
    try {
      Files.createDirectories(dir);
      OwnerOnly.restrictFolder(dir);
      Issued root = rootIn(dir);
      for (String name : SERVERS) {
        if (isMissing(dir, name)) {
          write(dir, name, Authority.server(root, name));
        }
      }
      for (String name : PARTIES) {
        if (isMissing(dir, name)) {
          write(dir, name, Authority.party(root, name));
        }
      }
      writeTrust(dir, "trust", Map.of("root", root.certificate()));
      X509Certificate sts = KeyFile.read(dir.resolve("sts.p12")).certificate();
      writeTrust(dir, "sts-trust", Map.of("sts", sts));
      X509Certificate revoked = KeyFile.read(dir.resolve(REVOKED + ".p12")).certificate();
      OwnerOnly.writeBytes(dir.resolve("root.crl"), Authority.revocationList(root, revoked));
    } catch (GeneralSecurityException e) {
      throw new IOException("certificates cannot be made", e);
    }
  }

  private static Issued rootIn(Path dir) throws IOException, GeneralSecurityException {
    if (isMissing(dir, "root")) {
      Issued root = Authority.root();
      write(dir, "root", root);
      return root;
    }
    KeyFile kept = KeyFile.read(dir.resolve("root.p12"));
    return new Issued(kept.key(), kept.certificate(), List.of(kept.certificate()));
  }

  private static boolean isMissing(Path dir, String name) {
    return !Files.exists(dir.resolve(name + ".p12"));
  }

  private static void write(Path dir, String name, Issued issued)
      throws IOException, GeneralSecurityException {
    char[] password = OwnerOnly.newPassword(dir.resolve(name + ".password"));
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setKeyEntry(name, issued.key(), password, issued.chain().toArray(new Certificate[0]));
    OwnerOnly.writeText(dir.resolve(name + ".pem"), Authority.pem(issued.certificate()));
    OwnerOnly.writeStore(dir.resolve(name + ".p12"), store, password);
  }

  private static void writeTrust(Path dir, String name, Map<String, X509Certificate> trusted)
      throws IOException, GeneralSecurityException {
    if (!isMissing(dir, name)) {
      return;
    }
    char[] password = OwnerOnly.newPassword(dir.resolve(name + ".password"));
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    for (Map.Entry<String, X509Certificate> entry : trusted.entrySet()) {
      store.setCertificateEntry(entry.getKey(), entry.getValue());
    }
    OwnerOnly.writeStore(dir.resolve(name + ".p12"), store, password);
  }
}
