package dk.borgermaaling.gateway.edge.saml;

import dk.borgermaaling.gateway.edge.Refusal;
import dk.borgermaaling.gateway.edge.xml.Names;
import dk.borgermaaling.gateway.edge.xml.SafeXml;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.cxf.staxutils.StaxUtils;
import org.w3c.dom.Element;

/**
 * Reads an assertion that stands alone. One pass sees to it that there is one assertion and one
 * signature, each in its place, and no id twice: what wraps a signature needs a second of these.
 */
final class AssertionReader {
  private static final QName ASSERTION = new QName(Names.SAML, "Assertion");
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9._-]*");
  private static final QName SIGNATURE = new QName(Names.DS, "Signature");

  private AssertionReader() {}

  static Element read(byte[] xml) {
    try {
      check(xml);
      return StaxUtils.read(SafeXml.read(xml)).getDocumentElement();
    } catch (XMLStreamException e) {
      throw Refusal.notTrusted("an assertion that cannot be read");
    }
  }

  private static void check(byte[] xml) throws XMLStreamException {
    XMLStreamReader reader = SafeXml.read(xml);
    Set<String> ids = new HashSet<>();
    int depth = 0;
    while (reader.hasNext()) {
      switch (reader.next()) {
        case XMLStreamConstants.START_ELEMENT -> element(reader, depth++, ids);
        case XMLStreamConstants.END_ELEMENT -> depth--;
        case XMLStreamConstants.DTD,
            XMLStreamConstants.ENTITY_REFERENCE,
            XMLStreamConstants.PROCESSING_INSTRUCTION,
            XMLStreamConstants.COMMENT ->
            throw Refusal.notTrusted("a DTD, an entity, an instruction or a comment");
        default -> {
          // text: whoever reads it later takes all of an element's or refuses it
        }
      }
    }
  }

  private static void element(XMLStreamReader reader, int depth, Set<String> ids) {
    QName name = reader.getName();
    if ((depth == 0) != name.equals(ASSERTION)
        || (name.equals(SIGNATURE) && depth != 1)
        || name.equals(new QName(Names.DS, "Object"))
        || name.getNamespaceURI().equals(Names.XENC)) {
      throw Refusal.notTrusted("an element where an assertion may not have it");
    }
    String assertionId = reader.getAttributeValue("", "ID");
    if (depth == 0 && (assertionId == null || !NAME.matcher(assertionId).matches())) {
      throw Refusal.notTrusted("an assertion without an id");
    }
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      boolean id = reader.getAttributeLocalName(i).toLowerCase(Locale.ROOT).equals("id");
      if (id && !ids.add(reader.getAttributeValue(i))) {
        throw Refusal.notTrusted("an id twice");
      }
    }
  }
}
