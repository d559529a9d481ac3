package dk.borgermaaling.benchmarks;

import dk.borgermaaling.simulators.certificates.KeyFile;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Base64;

/** RSA signatures with PSS, and thumbprints, as JWTs and signed requests have them. */
final class Pss {
  private Pss() {}

  /**
   * @param digest SHA-256 or SHA-512
   */
  static byte[] sign(KeyFile key, String digest, String text) {
    try {
      Signature pss = Signature.getInstance("RSASSA-PSS");
      int salt = MessageDigest.getInstance(digest).getDigestLength();
      pss.setParameter(
          new PSSParameterSpec(digest, "MGF1", new MGF1ParameterSpec(digest), salt, 1));
      pss.initSign(key.key());
      pss.update(text.getBytes(StandardCharsets.UTF_8));
      return pss.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the JDK does not sign", e);
    }
  }

  static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** {@code x5t#S256}. */
  static String thumbprint(X509Certificate certificate) {
    try {
      return url(sha256(certificate.getEncoded()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a certificate that was read can be written", e);
    }
  }

  static String url(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
