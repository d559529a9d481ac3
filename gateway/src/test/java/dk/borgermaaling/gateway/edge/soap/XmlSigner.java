package dk.borgermaaling.gateway.edge.soap;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.xml.security.Init;
import org.apache.xml.security.c14n.Canonicalizer;
import org.apache.xml.security.exceptions.XMLSecurityException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * XML signatures written by hand: the digests come from Santuario's canonicaliser, everything else
 * is text, so that a test can write what no library would.
 */
public final class XmlSigner {
  static final String RSA_SHA256 = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256";
  static final String RSA_SHA1 = "http://www.w3.org/2000/09/xmldsig#rsa-sha1";
  static final String SHA256 = "http://www.w3.org/2001/04/xmlenc#sha256";
  static final String SHA1 = "http://www.w3.org/2000/09/xmldsig#sha1";
  private static final String C14N = "http://www.w3.org/2001/10/xml-exc-c14n#";

  static {
    Init.init();
  }

  private XmlSigner() {}

  /**
   * A reference's URI, its transforms as XML, and the element whose canonical form is digested.
   *
   * @param c14n the algorithm of that form
   * @param prefixes that the form keeps though nothing uses them
   */
  record Part(
      String uri, String transforms, Element element, String c14n, @Nullable String prefixes) {
    Part(String uri, String transforms, Element element) {
      this(uri, transforms, element, C14N, null);
    }
  }

  static String transform(String algorithm) {
    return "<Transform Algorithm=\"" + algorithm + "\"/>";
  }

  static String excC14n() {
    return transform(C14N);
  }

  /** One Signature element in the default namespace, with the given KeyInfo content. */
  static String sign(
      List<Part> parts,
      Identity signer,
      String signatureMethod,
      String digestMethod,
      String keyInfo) {
    boolean sha1 = signatureMethod.equals(RSA_SHA1);
    SignatureShape shape =
        new SignatureShape()
            .method(
                signatureMethod, SignatureShape.jca(sha1 ? "SHA1withRSA" : "SHA256withRSA", null))
            .digest(digestMethod, digestMethod.equals(SHA1) ? "SHA-1" : "SHA-256");
    return sign(parts, signer, shape, keyInfo);
  }

  /** The same in any shape. */
  static String sign(List<Part> parts, Identity signer, SignatureShape shape, String keyInfo) {
    StringBuilder references = new StringBuilder();
    for (Part part : parts) {
      byte[] digest = shape.digest(canonical(part.element, part.c14n, part.prefixes));
      references.append(
          """
          <Reference URI="%s"><Transforms>%s</Transforms><DigestMethod Algorithm="%s"/>\
          <DigestValue>%s</DigestValue></Reference>"""
              .formatted(
                  part.uri,
                  part.transforms,
                  shape.digestMethod,
                  Base64.getEncoder().encodeToString(digest)));
    }
    String signedInfo =
        shape.signedInfo.apply(
            """
            <SignedInfo xmlns="http://www.w3.org/2000/09/xmldsig#"><CanonicalizationMethod \
            Algorithm="%s"/><SignatureMethod Algorithm="%s"%s%s</SignedInfo>"""
                .formatted(
                    shape.signedInfoC14n, shape.signatureMethod, shape.endOfMethod(), references));
    byte[] canonical =
        canonical(parse(signedInfo).getDocumentElement(), shape.signedInfoC14n, null);
    try {
      String value = Base64.getEncoder().encodeToString(shape.signer.sign(canonical, signer));
      return shape.whole.apply(
          """
          <Signature xmlns="http://www.w3.org/2000/09/xmldsig#">%s<SignatureValue>%s\
          </SignatureValue><KeyInfo>%s</KeyInfo></Signature>"""
              .formatted(signedInfo, value, keyInfo));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static Document parse(String xml) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setNamespaceAware(true);
      return factory
          .newDocumentBuilder()
          .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    } catch (ParserConfigurationException | SAXException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The first element that has the value in an attribute named Id or ID. */
  static Element byId(Document document, String id) {
    NodeList all = document.getElementsByTagName("*");
    for (int i = 0; i < all.getLength(); i++) {
      var attributes = all.item(i).getAttributes();
      for (int a = 0; a < attributes.getLength(); a++) {
        if (attributes.item(a).getLocalName().equalsIgnoreCase("id")
            && attributes.item(a).getNodeValue().equals(id)) {
          return (Element) all.item(i);
        }
      }
    }
    throw new IllegalArgumentException("no element has the id " + id);
  }

  private static byte[] canonical(Element element, String algorithm, @Nullable String prefixes) {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      Canonicalizer canonicalizer = Canonicalizer.getInstance(algorithm);
      if (prefixes == null) {
        canonicalizer.canonicalizeSubtree(element, out);
      } else {
        canonicalizer.canonicalizeSubtree(element, prefixes, out);
      }
      return out.toByteArray();
    } catch (XMLSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
