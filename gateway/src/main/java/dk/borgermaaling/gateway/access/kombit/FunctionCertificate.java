package dk.borgermaaling.gateway.access.kombit;

import dk.borgermaaling.gateway.edge.KeyStoreFile;
import dk.borgermaaling.gateway.edge.Thumbprint;
import dk.borgermaaling.gateway.edge.trust.SigningKey;
import dk.borgermaaling.gateway.edge.trust.Unusable;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/**
 * The certificate that the gateway is known by at KOMBIT (funktionscertifikat, OCES3), its key, and
 * whom it trusts in return.
 *
 * @param tls presents the certificate
 * @param bareTls presents none
 */
public record FunctionCertificate(SigningKey key, SSLContext tls, SSLContext bareTls) {
  /**
   * Takes it out of its store.
   *
   * @param keys exactly one key with its certificate
   * @param trust certificates of the authorities whose servers are trusted
   */
  static FunctionCertificate of(KeyStoreFile keys, KeyStoreFile trust) throws Unusable {
    SigningKey key = SigningKey.of(keys);
    try {
      KeyManagerFactory own = KeyManagerFactory.getInstance("PKIX");
      own.init(keys.store(), keys.password());
      return new FunctionCertificate(
          key, tls(own.getKeyManagers(), trust.store()), tls(null, trust.store()));
    } catch (GeneralSecurityException e) {
      throw new Unusable("TLS cannot be made of it", e);
    }
  }

  private static SSLContext tls(KeyManager @Nullable [] own, KeyStore trust)
      throws GeneralSecurityException {
    TrustManagerFactory others = TrustManagerFactory.getInstance("PKIX");
    others.init(trust);
    SSLContext tls = SSLContext.getInstance("TLS");
    tls.init(own, others.getTrustManagers(), null);
    return tls;
  }

  public X509Certificate certificate() {
    return key.certificate();
  }

  /** SHA-256 of the certificate, lower-case hexadecimal. */
  public String thumbprint() {
    return Thumbprint.of(certificate()).sha256();
  }

  /** The certificate in base64 without line breaks, as the STS wants it. */
  String oneLine() {
    return oneLine(certificate());
  }

  static String oneLine(X509Certificate certificate) {
    try {
      return Base64.getEncoder().encodeToString(certificate.getEncoded());
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException("a certificate that was read has its bytes", e);
    }
  }
}
