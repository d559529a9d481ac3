package dk.borgermaaling.gateway.edge.httpsig;

import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECKey;
import java.security.interfaces.EdECKey;
import java.security.interfaces.RSAKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PSSParameterSpec;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/** The algorithms of RFC 9421, section 3.3. Which of them count is {@link RequestProfile}'s. */
public enum SignatureAlgorithm {
  RSA_PSS_SHA512("rsa-pss-sha512", "RSASSA-PSS"),
  RSA_V1_5_SHA256("rsa-v1_5-sha256", "SHA256withRSA"),
  ECDSA_P256_SHA256("ecdsa-p256-sha256", "SHA256withECDSAinP1363Format"),
  ECDSA_P384_SHA384("ecdsa-p384-sha384", "SHA384withECDSAinP1363Format"),
  ED25519("ed25519", "Ed25519"),
  HMAC_SHA256("hmac-sha256", "HmacSHA256");

  private static final int LEAST_RSA_BITS = 2048;
  private static final int MOST_RSA_BITS = 8192;
  private static final int LEAST_HMAC_BYTES = 32;
  private final String id;
  private final String jcaName;

  SignatureAlgorithm(String id, String jcaName) {
    this.id = id;
    this.jcaName = jcaName;
  }

  /** Name in the registry, as the parameter {@code alg} has it. */
  public String id() {
    return id;
  }

  /** Whether the key is of this algorithm's kind, curve and strength. */
  boolean fits(Key key) {
    return switch (this) {
      case RSA_PSS_SHA512, RSA_V1_5_SHA256 ->
          key instanceof RSAKey rsa
              && rsa.getModulus().bitLength() >= LEAST_RSA_BITS
              && rsa.getModulus().bitLength() <= MOST_RSA_BITS;
      case ECDSA_P256_SHA256 -> key instanceof ECKey ec && isCurve(ec.getParams(), "secp256r1");
      case ECDSA_P384_SHA384 -> key instanceof ECKey ec && isCurve(ec.getParams(), "secp384r1");
      case ED25519 ->
          key instanceof EdECKey ed
              && ed.getParams().getName().equals(NamedParameterSpec.ED25519.getName());
      case HMAC_SHA256 -> key instanceof SecretKey secret && isStrong(secret);
    };
  }

  byte[] sign(Key key, byte[] base) {
    try {
      if (key instanceof SecretKey secret) {
        return mac(secret, base);
      }
      Signature signature = signature();
      signature.initSign((PrivateKey) key);
      signature.update(base);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the key was found to fit the algorithm", e);
    }
  }

  boolean verify(Key key, byte[] base, byte[] value) {
    try {
      if (key instanceof SecretKey secret) {
        return MessageDigest.isEqual(mac(secret, base), value);
      }
      Signature signature = signature();
      signature.initVerify((PublicKey) key);
      signature.update(base);
      return signature.verify(value);
    } catch (GeneralSecurityException e) {
      return false; // a value of the wrong length or out of range
    }
  }

  private Signature signature() throws GeneralSecurityException {
    Signature signature = Signature.getInstance(jcaName);
    if (this == RSA_PSS_SHA512) {
      signature.setParameter(
          new PSSParameterSpec("SHA-512", "MGF1", MGF1ParameterSpec.SHA512, 64, 1));
    }
    return signature;
  }

  private byte[] mac(SecretKey key, byte[] base) throws GeneralSecurityException {
    Mac mac = Mac.getInstance(jcaName);
    mac.init(key);
    return mac.doFinal(base);
  }

  private static boolean isStrong(SecretKey secret) {
    byte[] encoded = secret.getEncoded();
    return encoded != null && encoded.length >= LEAST_HMAC_BYTES;
  }

  private static boolean isCurve(ECParameterSpec params, String name) {
    try {
      AlgorithmParameters named = AlgorithmParameters.getInstance("EC");
      named.init(new ECGenParameterSpec(name));
      ECParameterSpec wanted = named.getParameterSpec(ECParameterSpec.class);
      return params.getCurve().equals(wanted.getCurve())
          && params.getGenerator().equals(wanted.getGenerator())
          && params.getOrder().equals(wanted.getOrder())
          && params.getCofactor() == wanted.getCofactor();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has P-256 and P-384", e);
    }
  }
}
