package dk.borgermaaling.gateway.access.kombit;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * The certificate that the gateway is known by at KOMBIT (funktionscertifikat, OCES3), its key, and
 * whom it trusts in return.
 *
 * @param thumbprint SHA-256 of the certificate, lower-case hexadecimal
 * @param oneLine the certificate in base64 without line breaks, as the STS wants it
 * @param tls a TLS context that presents the certificate
 */
public record FunctionCertificate(String thumbprint, String oneLine, SSLContext tls) {

  /**
   * Reads two PKCS12 files; the password of {@code name.p12} stands in {@code name.password} beside
   * it.
   *
   * @param keyStore exactly one key with its certificate
   * @param trustStore certificates of the authorities whose servers are trusted
   */
  public static FunctionCertificate read(Path keyStore, Path trustStore) {
    try {
      char[] password = passwordOf(keyStore);
      KeyStore keys = open(keyStore, password);
      KeyManagerFactory own = KeyManagerFactory.getInstance("PKIX");
      own.init(keys, password);
      TrustManagerFactory others = TrustManagerFactory.getInstance("PKIX");
      others.init(open(trustStore, passwordOf(trustStore)));
      SSLContext tls = SSLContext.getInstance("TLS");
      tls.init(own.getKeyManagers(), others.getTrustManagers(), null);
      X509Certificate certificate = onlyCertificate(keys);
      return new FunctionCertificate(
          thumbprint(certificate),
          Base64.getEncoder().encodeToString(certificate.getEncoded()),
          tls);
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("the function certificate cannot be read", e);
    }
  }

  /** SHA-256 of the certificate in lower-case hexadecimal. */
  public static String thumbprint(Certificate certificate) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
      return HexFormat.of().formatHex(digest);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a certificate cannot be digested", e);
    }
  }

  private static X509Certificate onlyCertificate(KeyStore keys) throws GeneralSecurityException {
    for (String alias : Collections.list(keys.aliases())) {
      if (keys.isKeyEntry(alias) && keys.getCertificate(alias) instanceof X509Certificate found) {
        return found;
      }
    }
    throw new IllegalStateException("the key store of the function certificate has no key");
  }

  private static KeyStore open(Path file, char[] password)
      throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, password);
    }
    return store;
  }

  private static char[] passwordOf(Path store) throws IOException {
    String name = store.getFileName().toString().replaceFirst("\\.p12$", "") + ".password";
    return Files.readString(store.resolveSibling(name)).strip().toCharArray();
  }
}
