package dk.borgermaaling.gateway.edge.soap;

import java.nio.charset.StandardCharsets;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Signatures by other rules than ours. Where it can be, each holds for a verifier that goes by what
 * it says: only a list of what is allowed refuses it.
 */
final class SignatureRows extends Rows {
  private static final String DSIG = "http://www.w3.org/2000/09/xmldsig#";
  private static final String MORE = "http://www.w3.org/2001/04/xmldsig-more#";
  private static final String MORE_2007 = "http://www.w3.org/2007/05/xmldsig-more#";
  private static final String INCLUSIVE = "http://www.w3.org/TR/2001/REC-xml-c14n-20010315";
  private static final String WSS = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-";

  SignatureRows(Supplier<TestToken> token, Function<TestToken, RawMessage> message) {
    super(token, message);
    methods();
    digests();
    canonicalisation();
    values();
  }

  private void shape(String name, UnaryOperator<SignatureShape> change) {
    row(name, m -> m.shaped(change));
  }

  private void methods() {
    Map<String, SignatureShape.Signer> signers = new LinkedHashMap<>();
    signers.put(DSIG + "rsa-sha1", SignatureShape.jca("SHA1withRSA", null));
    signers.put(MORE + "rsa-md5", SignatureShape.jca("MD5withRSA", null));
    signers.put(MORE + "rsa-sha224", SignatureShape.jca("SHA224withRSA", null));
    signers.put(MORE + "rsa-sha384", SignatureShape.jca("SHA384withRSA", null));
    signers.put(MORE + "rsa-sha512", SignatureShape.jca("SHA512withRSA", null));
    signers.put(MORE_2007 + "sha256-rsa-MGF1", pss("SHA-256", MGF1ParameterSpec.SHA256, 32));
    signers.put(MORE_2007 + "sha1-rsa-MGF1", pss("SHA-1", MGF1ParameterSpec.SHA1, 20));
    signers.put(MORE_2007 + "rsa-pss", pss("SHA-256", MGF1ParameterSpec.SHA256, 32));
    for (String mac : new String[] {"Sha1", "Sha224", "Sha256", "Sha384", "Sha512"}) {
      String uri =
          (mac.equals("Sha1") ? DSIG : MORE) + "hmac-" + mac.toLowerCase(java.util.Locale.ROOT);
      signers.put(uri, SignatureShape.mac("Hmac" + mac, false));
      signers.put(uri + " ", SignatureShape.mac("Hmac" + mac, true));
    }
    signers.put(MORE + "ecdsa-sha256", SignatureShape.value(new byte[64]));
    signers.put(DSIG + "dsa-sha1", SignatureShape.value(new byte[40]));
    signers.put(
        "http://www.w3.org/2021/04/xmldsig-more#eddsa-ed25519", SignatureShape.value(new byte[64]));
    signers.put("", SignatureShape.jca("SHA256withRSA", null));
    signers.put("none", SignatureShape.value());
    signers.put(
        "http://www.w3.org/2001/04/XMLDSIG-MORE#rsa-sha256",
        SignatureShape.jca("SHA256withRSA", null));
    signers.forEach((uri, signer) -> shape("method <" + uri + ">", s -> s.method(uri, signer)));
    for (int bits : new int[] {0, 1, 8, 80}) {
      shape(
          "an HMAC of which " + bits + " bits count",
          s -> {
            s.methodParameters = "<HMACOutputLength>" + bits + "</HMACOutputLength>";
            return s.method(MORE + "hmac-sha256", SignatureShape.value(new byte[bits / 8]));
          });
    }
  }

  private static SignatureShape.Signer pss(String digest, MGF1ParameterSpec mask, int salt) {
    return SignatureShape.jca("RSASSA-PSS", new PSSParameterSpec(digest, "MGF1", mask, salt, 1));
  }

  private void digests() {
    shape("digests sha1", s -> s.digest(DSIG + "sha1", "SHA-1"));
    shape("digests md5", s -> s.digest(MORE + "md5", "MD5"));
    shape("digests sha224", s -> s.digest(MORE + "sha224", "SHA-224"));
    shape("digests sha384", s -> s.digest(MORE + "sha384", "SHA-384"));
    shape("digests sha512", s -> s.digest("http://www.w3.org/2001/04/xmlenc#sha512", "SHA-512"));
    shape("digests of an unknown kind", s -> s.digest("urn:digest", "SHA-256"));
    shape("digests of no kind", s -> s.digest("", "SHA-256"));
  }

  private void canonicalisation() {
    for (String algorithm :
        new String[] {
          INCLUSIVE,
          INCLUSIVE + "#WithComments",
          "http://www.w3.org/2006/12/xml-c14n11",
          "http://www.w3.org/2006/12/xml-c14n11#WithComments",
          SignatureShape.EXC_C14N + "WithComments"
        }) {
      shape("parts by " + algorithm, s -> parts(s, algorithm));
      shape("SignedInfo by " + algorithm, s -> signedInfo(s, algorithm));
    }
    shape(
        "SignedInfo by an unknown canonicalisation",
        s -> s.signedInfo(xml -> xml.replaceFirst(SignatureShape.EXC_C14N, "urn:c14n")));
    shape(
        "SignedInfo by the STR-Transform",
        s ->
            s.signedInfo(
                xml ->
                    xml.replaceFirst(
                        "(<CanonicalizationMethod Algorithm=\")[^\"]*",
                        "$1" + WSS + "soap-message-security-1.0#STR-Transform")));
  }

  private static SignatureShape parts(SignatureShape shape, String algorithm) {
    shape.partC14n = algorithm;
    return shape;
  }

  private static SignatureShape signedInfo(SignatureShape shape, String algorithm) {
    shape.signedInfoC14n = algorithm;
    return shape;
  }

  private void values() {
    shape("an empty value", s -> s.method(XmlSigner.RSA_SHA256, SignatureShape.value()));
    shape(
        "a value of zeros",
        s -> s.method(XmlSigner.RSA_SHA256, SignatureShape.value(new byte[256])));
    shape("a value of one", s -> s.method(XmlSigner.RSA_SHA256, one()));
    shape(
        "a value of 128 kB",
        s -> s.method(XmlSigner.RSA_SHA256, SignatureShape.value(new byte[1 << 17])));
    shape(
        "a value cut short", s -> s.whole(x -> x.replaceFirst("[^<]{8}(</SignatureValue>)", "$1")));
    shape(
        "a value that is no Base64",
        s -> s.whole(x -> x.replaceFirst("<SignatureValue>[^<]{4}", "<SignatureValue>*!?-")));
    shape("no value", s -> s.whole(x -> x.replaceFirst("<SignatureValue>.*</SignatureValue>", "")));
    shape(
        "a value twice",
        s -> s.whole(x -> x.replaceFirst("(<SignatureValue>.*</SignatureValue>)", "$1$1")));
    shape(
        "an object in the signature",
        s -> s.whole(x -> x.replace("</Signature>", "<Object>x</Object></Signature>")));
    shape(
        "a signature within the signature",
        s -> s.whole(x -> x.replace("</Signature>", x + "</Signature>")));
    shape("a signature in another namespace", s -> s.whole(x -> x.replace(DSIG, "urn:dsig")));
    rows.put(
        "a signature outside of the security header",
        () -> {
          String xml = message.apply(token.get()).xml();
          int from = xml.lastIndexOf("<Signature ");
          String signature = xml.substring(from, xml.indexOf("</wsse:Security>"));
          return xml.replace(signature, "")
              .replace("</s:Header>", signature + "</s:Header>")
              .getBytes(StandardCharsets.UTF_8);
        });
  }

  private static SignatureShape.Signer one() {
    byte[] value = new byte[256];
    value[255] = 1;
    return SignatureShape.value(value);
  }
}
