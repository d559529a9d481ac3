package dk.borgermaaling.gateway.edge.soap;

import java.util.Base64;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Signatures that refer to something else, by way of something else, or to another key. */
final class ReferenceRows extends Rows {
  private static final String DSIG = "http://www.w3.org/2000/09/xmldsig#";
  private static final String INCLUSIVE = "http://www.w3.org/TR/2001/REC-xml-c14n-20010315";
  private final Identity stranger;

  ReferenceRows(
      Supplier<TestToken> token, Function<TestToken, RawMessage> message, Identity stranger) {
    super(token, message);
    this.stranger = stranger;
    transforms();
    references();
    keys();
  }

  private void shape(String name, UnaryOperator<SignatureShape> change) {
    row(name, m -> m.shaped(change));
  }

  private void transforms() {
    String exclusive = XmlSigner.excC14n();
    transformed("nothing", "");
    transformed("base64", XmlSigner.transform(DSIG + "base64"));
    transformed("enveloped", XmlSigner.transform(DSIG + "enveloped-signature") + exclusive);
    transformed("exclusive twice", exclusive + exclusive);
    transformed("an unknown one", XmlSigner.transform("urn:transform") + exclusive);
    transformed("inclusive after exclusive", exclusive + XmlSigner.transform(INCLUSIVE));
    transformed(
        "XPath",
        "<Transform Algorithm=\"http://www.w3.org/TR/1999/REC-xpath-19991116\"><XPath>true()</XPath>"
            + "</Transform>"
            + exclusive);
    transformed(
        "an XPath that counts for ever",
        "<Transform Algorithm=\"http://www.w3.org/TR/1999/REC-xpath-19991116\"><XPath>"
            + "count(//. | //@* | //namespace::*)"
            + " &gt; 0</XPath></Transform>"
            + exclusive);
    transformed(
        "an XPath filter",
        "<Transform Algorithm=\"http://www.w3.org/2002/06/xmldsig-filter2\"><XPath"
            + " xmlns=\"http://www.w3.org/2002/06/xmldsig-filter2\" Filter=\"union\">/</XPath>"
            + "</Transform>"
            + exclusive);
    transformed(
        "XSLT",
        "<Transform Algorithm=\"http://www.w3.org/TR/1999/REC-xslt-19991116\"><xsl:stylesheet"
            + " version=\"1.0\" xmlns:xsl=\"http://www.w3.org/1999/XSL/Transform\"><xsl:template"
            + " match=\"/\"><xsl:copy-of select=\".\"/></xsl:template></xsl:stylesheet></Transform>"
            + exclusive);
    transformed(
        "XSLT that runs a program",
        "<Transform Algorithm=\"http://www.w3.org/TR/1999/REC-xslt-19991116\"><xsl:stylesheet"
            + " version=\"1.0\" xmlns:xsl=\"http://www.w3.org/1999/XSL/Transform\""
            + " xmlns:rt=\"http://xml.apache.org/xalan/java/java.lang.Runtime\"><xsl:template"
            + " match=\"/\"><xsl:value-of select=\"rt:exec(rt:getRuntime(),'true')\"/>"
            + "</xsl:template></xsl:stylesheet></Transform>"
            + exclusive);
    transformed("a hundred", exclusive.repeat(100));
    transformed(
        "decryption", XmlSigner.transform("http://www.w3.org/2002/07/decrypt#XML") + exclusive);
    shape(
        "no Transforms element",
        s -> s.signedInfo(x -> x.replaceFirst("<Transforms>.*?</Transforms>", "")));
  }

  private void transformed(String name, String transforms) {
    shape(
        "transformed by " + name,
        s -> {
          s.transforms = transforms;
          return s;
        });
  }

  private void references() {
    for (String uri :
        new String[] {
          "",
          "#",
          "#nowhere",
          "http://localhost/",
          "file:///etc/hostname",
          "cid:body",
          "#xpointer(/)",
          "#xpointer(id('body'))",
          "body",
          "#body ",
          "#BODY",
          "urn:x"
        }) {
      shape(
          "a reference to <" + uri + ">",
          s -> s.signedInfo(x -> x.replace("URI=\"#body\"", "URI=\"" + uri + "\"")));
    }
    shape("a reference without a URI", s -> s.signedInfo(x -> x.replace(" URI=\"#body\"", "")));
    shape(
        "a reference to elsewhere besides",
        s ->
            s.signedInfo(
                x -> x.replace("</SignedInfo>", reference("http://localhost/") + "</SignedInfo>")));
    shape(
        "a reference to the whole document besides",
        s -> s.signedInfo(x -> x.replace("</SignedInfo>", reference("") + "</SignedInfo>")));
    shape(
        "a thousand references",
        s ->
            s.signedInfo(
                x ->
                    x.replace("</SignedInfo>", reference("#body").repeat(1000) + "</SignedInfo>")));
    shape(
        "no reference at all",
        s -> s.signedInfo(x -> x.replaceAll("<Reference .*</Reference>", "")));
    shape(
        "a reference of the type of a manifest",
        s ->
            s.signedInfo(
                x -> x.replace("URI=\"#body\"", "URI=\"#nowhere\" Type=\"" + DSIG + "Manifest\"")));
    shape(
        "a SignedInfo with an object in it",
        s -> s.signedInfo(x -> x.replace("</SignedInfo>", "<Object>x</Object></SignedInfo>")));
    shape(
        "a digest that is empty",
        s -> s.signedInfo(x -> x.replaceFirst("<DigestValue>[^<]*", "<DigestValue>")));
    shape(
        "a digest of one byte",
        s -> s.signedInfo(x -> x.replaceFirst("<DigestValue>[^<]*", "<DigestValue>AA==")));
    shape(
        "a digest twice",
        s -> s.signedInfo(x -> x.replaceFirst("(<DigestValue>[^<]*</DigestValue>)", "$1$1")));
    shape(
        "two canonicalisations",
        s -> s.signedInfo(x -> x.replaceFirst("(<CanonicalizationMethod[^>]*/>)", "$1$1")));
    shape(
        "two methods", s -> s.signedInfo(x -> x.replaceFirst("(<SignatureMethod[^>]*/>)", "$1$1")));
    shape(
        "a SignedInfo twice",
        s -> s.whole(x -> x.replaceFirst("(<SignedInfo.*</SignedInfo>)", "$1$1")));
  }

  private static String reference(String uri) {
    return "<Reference URI=\""
        + uri
        + "\"><Transforms>"
        + XmlSigner.excC14n()
        + "</Transforms><DigestMethod Algorithm=\""
        + XmlSigner.SHA256
        + "\"/><DigestValue>47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=</DigestValue></Reference>";
  }

  private void keys() {
    String x509 =
        "<X509Data><X509Certificate>"
            + stranger.certificateBase64()
            + "</X509Certificate></X509Data>";
    keyed("no KeyInfo", "");
    keyed("a name", "<KeyName>caller</KeyName>");
    keyed("a stranger's certificate", x509);
    keyed("a certificate by its address", "<RetrievalMethod URI=\"http://localhost/key\"/>");
    keyed(
        "a bare RSA key",
        "<KeyValue><RSAKeyValue><Modulus>"
            + Base64.getEncoder().encodeToString(new byte[256])
            + "</Modulus><Exponent>AQAB</Exponent></RSAKeyValue></KeyValue>");
    keyed(
        "a key derived from nothing",
        "<dsig11:DEREncodedKeyValue xmlns:dsig11=\"http://www.w3.org/2009/xmldsig11#\">AA=="
            + "</dsig11:DEREncodedKeyValue>");
    row(
        "key: the token and a stranger's certificate",
        m -> m.keyInfo(k -> k + x509).signer(stranger));
    row(
        "key: a stranger's certificate and the token",
        m -> m.keyInfo(k -> x509 + k).signer(stranger));
    row("key: the token twice", m -> m.keyInfo(k -> k + k));
    row("key: another token", m -> m.keyInfo(k -> k.replaceFirst("SAMLID\">_", "SAMLID\">_0")));
    row("key: a token of SAML 1.1", m -> m.keyInfo(k -> k.replace("#SAMLID", "#SAMLAssertionID")));
    row(
        "key: a token embedded",
        m ->
            m.keyInfo(
                k ->
                    k.replaceAll(
                        "(?s)<wsse:KeyIdentifier.*</wsse:KeyIdentifier>", "<wsse:Embedded/>")));
    row(
        "key: an empty reference",
        m -> m.keyInfo(k -> k.replaceAll("(?s)<wsse:KeyIdentifier.*</wsse:KeyIdentifier>", "")));
    row(
        "key: by thumbprint",
        m ->
            m.keyInfo(
                k ->
                    k.replaceFirst(
                        "ValueType=\"[^\"]*\"",
                        "ValueType=\"http://docs.oasis-open.org/wss/oasis-wss-soap-message-security-1.1#ThumbprintSHA1\"")));
  }

  private void keyed(String name, String keyInfo) {
    row("key: " + name, m -> m.keyInfo(before -> keyInfo).signer(stranger));
  }
}
