package dk.borgermaaling.gateway.edge.httpsig;

import java.security.Key;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.util.stream.Stream;

/**
 * A key that signatures are verified with, by one algorithm only. A key that does not fit the
 * algorithm, or RSA outside 2048 to 8192 bits, is an illegal argument.
 */
public record VerificationKey(SignatureAlgorithm algorithm, Key key) {
  public VerificationKey {
    if (!algorithm.fits(key)) {
      throw new IllegalArgumentException("the key does not fit " + algorithm.id());
    }
  }

  /** The certificate's key with the algorithm of its kind; RSA means rsa-pss-sha512. */
  public static VerificationKey of(X509Certificate certificate) {
    PublicKey key = certificate.getPublicKey();
    return new VerificationKey(algorithmOf(key), key);
  }

  static SignatureAlgorithm algorithmOf(Key key) {
    return Stream.of(
            SignatureAlgorithm.ECDSA_P256_SHA256,
            SignatureAlgorithm.ECDSA_P384_SHA384,
            SignatureAlgorithm.ED25519,
            SignatureAlgorithm.RSA_PSS_SHA512)
        .filter(algorithm -> algorithm.fits(key))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException("no algorithm for a " + key.getAlgorithm() + " key"));
  }

  boolean verifies(SignatureBase base, BareItem.Bytes signature) {
    return algorithm.verify(key, base.bytes(), signature.decoded());
  }

  @Override
  public String toString() {
    return "VerificationKey[" + algorithm.id() + ']';
  }
}
