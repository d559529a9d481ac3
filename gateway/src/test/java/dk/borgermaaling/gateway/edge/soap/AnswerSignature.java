package dk.borgermaaling.gateway.edge.soap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.security.cert.X509Certificate;
import javax.xml.stream.XMLStreamException;
import org.apache.cxf.staxutils.StaxUtils;
import org.apache.xml.security.exceptions.XMLSecurityException;
import org.apache.xml.security.signature.XMLSignature;
import org.apache.xml.security.utils.Constants;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The signature of an answer, verified by Santuario without anything of ours or of WSS4J. */
public final class AnswerSignature {
  private AnswerSignature() {}

  public static void assertBy(X509Certificate certificate, String answer) {
    try {
      Document document = StaxUtils.read(new StringReader(answer));
      markIds(document);
      Element signature =
          (Element) document.getElementsByTagNameNS(Constants.SignatureSpecNS, "Signature").item(0);
      assertThat(new XMLSignature(signature, "").checkSignatureValue(certificate.getPublicKey()))
          .as("signed by the certificate that it carries")
          .isTrue();
    } catch (XMLStreamException | XMLSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void markIds(Document document) {
    NodeList all = document.getElementsByTagName("*");
    for (int i = 0; i < all.getLength(); i++) {
      Element element = (Element) all.item(i);
      for (int a = 0; a < element.getAttributes().getLength(); a++) {
        var attribute = (org.w3c.dom.Attr) element.getAttributes().item(a);
        if ("Id".equals(attribute.getLocalName())) {
          element.setIdAttributeNode(attribute, true);
        }
      }
    }
  }
}
