package dk.borgermaaling.gateway.edge.trust;

import dk.borgermaaling.gateway.edge.KeyStoreFile;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import javax.security.auth.callback.CallbackHandler;
import org.apache.wss4j.common.crypto.Crypto;
import org.apache.wss4j.common.crypto.Merlin;
import org.apache.wss4j.common.ext.WSPasswordCallback;

/** A certificate of the gateway with its key. A whole answer is signed with one of these. */
public final class SigningKey {
  private static final int LEAST_BITS = 2048;
  private final X509Certificate certificate;
  private final String alias;
  private final PrivateKey key;
  private final Crypto crypto;
  private final CallbackHandler password;

  private SigningKey(
      KeyStoreFile store, String alias, X509Certificate certificate, PrivateKey key) {
    this.certificate = certificate;
    this.alias = alias;
    this.key = key;
    Merlin merlin = new Merlin();
    merlin.setKeyStore(store.store());
    this.crypto = merlin;
    this.password =
        callbacks -> {
          for (var callback : callbacks) {
            if (callback instanceof WSPasswordCallback asked
                && alias.equals(asked.getIdentifier())) {
              asked.setPassword(new String(store.password()));
            }
          }
        };
  }

  /** The only key of the store, after a signature with it has been verified. */
  public static SigningKey of(KeyStoreFile store) throws Unusable {
    try {
      String alias = store.keyAlias();
      if (!(store.store().getCertificate(alias) instanceof X509Certificate certificate)
          || !(store.store().getKey(alias, store.password()) instanceof PrivateKey key)) {
        throw new Unusable("its key has no certificate");
      }
      if (!(certificate.getPublicKey() instanceof RSAPublicKey rsa)
          || rsa.getModulus().bitLength() < LEAST_BITS) {
        throw new Unusable("its key is not RSA of 2048 bits or more");
      }
      if (!belongTogether(key, rsa)) {
        throw new Unusable("its key is not the certificate's");
      }
      return new SigningKey(store, alias, certificate, key);
    } catch (GeneralSecurityException | IllegalStateException e) {
      throw new Unusable("it does not hold exactly one key that opens with its password", e);
    }
  }

  public X509Certificate certificate() {
    return certificate;
  }

  /**
   * Refuses a certificate that is not valid at this moment (real time): it must not replace a good
   * one.
   */
  public void requireValid(Instant now) throws Unusable {
    if (now.isBefore(certificate.getNotBefore().toInstant())) {
      throw new Unusable("the new certificate is not valid yet");
    }
    if (now.isAfter(certificate.getNotAfter().toInstant())) {
      throw new Unusable("the new certificate has expired");
    }
  }

  /** For what is not WSS4J. */
  public PrivateKey key() {
    return key;
  }

  /** Name of the key in {@link #crypto()}. */
  public String alias() {
    return alias;
  }

  /** Holds this key and no other. */
  public Crypto crypto() {
    return crypto;
  }

  /** Opens the key for WSS4J. */
  public CallbackHandler password() {
    return password;
  }

  private static boolean belongTogether(PrivateKey key, PublicKey certified)
      throws GeneralSecurityException {
    byte[] probe = "does this key belong to its certificate".getBytes(StandardCharsets.US_ASCII);
    Signature signature = Signature.getInstance("SHA256withRSA");
    signature.initSign(key);
    signature.update(probe);
    byte[] signed = signature.sign();
    signature.initVerify(certified);
    signature.update(probe);
    return signature.verify(signed);
  }

  @Override
  public String toString() {
    return CertificateFile.name(certificate);
  }
}
