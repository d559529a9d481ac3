package dk.borgermaaling.gateway.edge;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.HexFormat;

/** SHA-256 over a certificate's DER bytes, lower-case hexadecimal without separators. */
public record Thumbprint(String sha256) {
  public static Thumbprint of(X509Certificate certificate) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
      return new Thumbprint(HexFormat.of().formatHex(digest));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a parsed certificate and SHA-256 are always there", e);
    }
  }

  /** The digest itself, 32 bytes. */
  public byte[] bytes() {
    return HexFormat.of().parseHex(sha256);
  }

  @Override
  public String toString() {
    return sha256;
  }
}
