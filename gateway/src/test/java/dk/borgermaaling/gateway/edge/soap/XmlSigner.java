package dk.borgermaaling.gateway.edge.soap;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Base64;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.xml.security.Init;
import org.apache.xml.security.c14n.Canonicalizer;
import org.apache.xml.security.exceptions.XMLSecurityException;
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

  /** A reference's URI, its transforms as XML, and the element whose canonical form is digested. */
  record Part(String uri, String transforms, Element element) {}

  static String transform(String algorithm) {
    return "<Transform Algorithm=\"" + algorithm + "\"/>";
  }

  static String excC14n() {
    return transform(C14N);
  }

  /** One Signature element in the default namespace, with the given KeyInfo content. */
  static String sign(
      List<Part> parts,
      PrivateKey key,
      String signatureMethod,
      String digestMethod,
      String keyInfo) {
    StringBuilder references = new StringBuilder();
    for (Part part : parts) {
      references.append(
          """
          <Reference URI="%s"><Transforms>%s</Transforms><DigestMethod Algorithm="%s"/>\
          <DigestValue>%s</DigestValue></Reference>"""
              .formatted(
                  part.uri, part.transforms, digestMethod, digest(part.element, digestMethod)));
    }
    String signedInfo =
        """
        <SignedInfo xmlns="http://www.w3.org/2000/09/xmldsig#"><CanonicalizationMethod \
        Algorithm="%s"/><SignatureMethod Algorithm="%s"/>%s</SignedInfo>"""
            .formatted(C14N, signatureMethod, references);
    byte[] canonical = canonical(parse(signedInfo).getDocumentElement());
    try {
      Signature signature =
          Signature.getInstance(signatureMethod.equals(RSA_SHA1) ? "SHA1withRSA" : "SHA256withRSA");
      signature.initSign(key);
      signature.update(canonical);
      return """
          <Signature xmlns="http://www.w3.org/2000/09/xmldsig#">%s<SignatureValue>%s\
          </SignatureValue><KeyInfo>%s</KeyInfo></Signature>"""
          .formatted(signedInfo, Base64.getEncoder().encodeToString(signature.sign()), keyInfo);
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

  private static String digest(Element element, String method) {
    try {
      byte[] digest =
          MessageDigest.getInstance(method.equals(SHA1) ? "SHA-1" : "SHA-256")
              .digest(canonical(element));
      return Base64.getEncoder().encodeToString(digest);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] canonical(Element element) {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      Canonicalizer.getInstance(C14N).canonicalizeSubtree(element, out);
      return out.toByteArray();
    } catch (XMLSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
