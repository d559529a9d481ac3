package dk.borgermaaling.liberty.nodes;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The certificate that an answer carries. */
final class SignerOf {
  private static final Pattern TOKEN =
      Pattern.compile("<(?:\\w+:)?BinarySecurityToken[^>]*>([^<]+)</");

  private SignerOf() {}

  static X509Certificate answer(String envelope) {
    Matcher token = TOKEN.matcher(envelope);
    if (!token.find()) {
      throw new IllegalStateException("an answer without a certificate");
    }
    byte[] der = Base64.getMimeDecoder().decode(token.group(1));
    try {
      return (X509Certificate)
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(der));
    } catch (CertificateException e) {
      throw new IllegalStateException(e);
    }
  }
}
