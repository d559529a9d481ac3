package dk.borgermaaling.gateway.edge.soap;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.AlgorithmParameterSpec;
import java.util.function.UnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * How a message's signature is made, in ways that no library would make it, and yet so that it
 * holds for a verifier that goes by what it says.
 */
final class SignatureShape {
  static final String EXC_C14N = "http://www.w3.org/2001/10/xml-exc-c14n#";

  /** Signs the canonical SignedInfo. */
  interface Signer {
    byte[] sign(byte[] signedInfo, Identity signer) throws GeneralSecurityException;
  }

  String signatureMethod = XmlSigner.RSA_SHA256;
  String methodParameters = "";
  Signer signer = jca("SHA256withRSA", null);
  String digestMethod = XmlSigner.SHA256;
  String digestName = "SHA-256";
  String signedInfoC14n = EXC_C14N;
  String partC14n = EXC_C14N;

  /** Transforms of each part that is signed by its id, or what the canonicalisation says. */
  @Nullable String transforms;

  /** Prefixes that the canonical form of the parts keeps though nothing there uses them. */
  @Nullable String inclusivePrefixes;

  UnaryOperator<String> signedInfo = UnaryOperator.identity();
  UnaryOperator<String> whole = UnaryOperator.identity();

  static Signer jca(String algorithm, @Nullable AlgorithmParameterSpec parameters) {
    return (signedInfo, by) -> {
      Signature signature = Signature.getInstance(algorithm);
      if (parameters != null) {
        signature.setParameter(parameters);
      }
      signature.initSign(by.key());
      signature.update(signedInfo);
      return signature.sign();
    };
  }

  /** With what everybody knows as the secret. */
  static Signer mac(String algorithm, boolean wholeCertificate) {
    return (signedInfo, by) -> {
      byte[] secret =
          wholeCertificate
              ? by.certificate().getEncoded()
              : by.certificate().getPublicKey().getEncoded();
      Mac mac = Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec(secret, algorithm));
      return mac.doFinal(signedInfo);
    };
  }

  static Signer value(byte... value) {
    return (signedInfo, by) -> value.clone();
  }

  SignatureShape method(String uri, Signer how) {
    signatureMethod = uri;
    signer = how;
    return this;
  }

  SignatureShape digest(String uri, String name) {
    digestMethod = uri;
    digestName = name;
    return this;
  }

  /** Exclusive canonicalisation of the parts that keeps these prefixes all the same. */
  SignatureShape inclusive(String prefixes) {
    inclusivePrefixes = prefixes;
    transforms =
        "<Transform Algorithm=\"%1$s\"><InclusiveNamespaces xmlns=\"%1$s\" PrefixList=\"%2$s\"/></Transform>"
            .formatted(EXC_C14N, prefixes);
    return this;
  }

  /** Changes the SignedInfo before it is signed. */
  SignatureShape signedInfo(UnaryOperator<String> change) {
    signedInfo = change;
    return this;
  }

  /** Changes the Signature after it was made. */
  SignatureShape whole(UnaryOperator<String> change) {
    whole = change;
    return this;
  }

  String endOfMethod() {
    return methodParameters.isEmpty() ? "/>" : ">" + methodParameters + "</SignatureMethod>";
  }

  String transforms() {
    return transforms == null ? XmlSigner.transform(partC14n) : transforms;
  }

  byte[] digest(byte[] canonical) {
    try {
      return MessageDigest.getInstance(digestName).digest(canonical);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
