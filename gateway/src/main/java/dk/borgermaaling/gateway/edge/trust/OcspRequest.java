package dk.borgermaaling.gateway.edge.trust;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.X509Certificate;
import java.util.Arrays;

/**
 * A question for one certificate (RFC 6960, 4.1). SHA-1 names the issuer, as all responders have
 * it; nothing rests on its strength, since the issuer's key is found otherwise.
 */
final class OcspRequest {
  private static final byte[] SHA_1 = {0x2b, 0x0e, 0x03, 0x02, 0x1a};

  private OcspRequest() {}

  static byte[] of(X509Certificate certificate, X509Certificate issuer) throws Unusable {
    byte[] request = Der.write(Der.SEQUENCE, certId(certificate.getSerialNumber(), issuer));
    byte[] list = Der.write(Der.SEQUENCE, request);
    return Der.write(Der.SEQUENCE, Der.write(Der.SEQUENCE, list));
  }

  private static byte[] certId(BigInteger serial, X509Certificate issuer) throws Unusable {
    byte[] algorithm =
        Der.write(Der.SEQUENCE, Der.write(Der.OBJECT_IDENTIFIER, SHA_1), Der.write(Der.NULL));
    byte[] name = issuer.getSubjectX500Principal().getEncoded();
    return Der.write(
        Der.SEQUENCE,
        algorithm,
        Der.write(Der.OCTET_STRING, sha1(name)),
        Der.write(Der.OCTET_STRING, sha1(keyBits(issuer))),
        Der.write(Der.INTEGER, serial.toByteArray()));
  }

  /** The bits of the key as they stand in the certificate, without the count of unused ones. */
  private static byte[] keyBits(X509Certificate issuer) throws Unusable {
    byte[] bits = Der.read(issuer.getPublicKey().getEncoded()).child(1).as(Der.BIT_STRING).value();
    return Arrays.copyOfRange(bits, 1, bits.length);
  }

  private static byte[] sha1(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-1").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-1", e);
    }
  }
}
