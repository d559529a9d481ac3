package dk.borgermaaling.gateway.access.kombit;

import java.io.ByteArrayOutputStream;
import org.apache.xml.security.c14n.Canonicalizer;
import org.apache.xml.security.exceptions.XMLSecurityException;
import org.w3c.dom.Element;

/**
 * An element as text in UTF-8, with all namespaces that are in scope: a prefix in the value of an
 * attribute, as {@code xsi:type} has one, keeps its meaning, and a signature over it holds.
 */
final class XmlBytes {
  private XmlBytes() {}

  static byte[] of(Element element) {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      Canonicalizer.getInstance(Canonicalizer.ALGO_ID_C14N_OMIT_COMMENTS)
          .canonicalizeSubtree(element, bytes);
      return bytes.toByteArray();
    } catch (XMLSecurityException e) {
      throw new IllegalStateException("an element that was parsed can be written", e);
    }
  }
}
