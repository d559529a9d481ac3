package dk.borgermaaling.gateway.edge.httpsig;

import dk.borgermaaling.gateway.edge.Thumbprint;
import java.security.Key;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;

/**
 * A key that messages are signed with, by one algorithm only.
 *
 * @param keyId value of the signature parameter by which the receiver finds the other half
 */
public record SigningKey(String keyId, SignatureAlgorithm algorithm, Key key) {
  public SigningKey {
    if (!algorithm.fits(key)) {
      throw new IllegalArgumentException("the key does not fit " + algorithm.id());
    }
  }

  /** The certificate's private key with the algorithm of its kind; RSA means rsa-pss-sha512. */
  public static SigningKey of(X509Certificate certificate, PrivateKey key) {
    return new SigningKey(
        new KeyId(Thumbprint.of(certificate)).text(),
        VerificationKey.algorithmOf(certificate.getPublicKey()),
        key);
  }

  BareItem.Bytes sign(SignatureBase base) {
    return BareItem.Bytes.of(algorithm.sign(key, base.bytes()));
  }

  @Override
  public String toString() {
    return "SigningKey[" + algorithm.id() + ']';
  }
}
