package dk.borgermaaling.gateway.caselist.sheet;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads a part of a workbook: a document type, and so every entity, is refused. */
final class PartXml {
  private static final int MAX_DEPTH = 64;
  private static final int MAX_ATTRIBUTES = 128;
  private static final int MAX_ATTRIBUTE_LENGTH = 8_192;
  private static final int MAX_TEXT = 1_000_000;
  private static final XMLInputFactory FACTORY = factory();

  private PartXml() {}

  static XMLStreamReader read(InputStream part) throws XMLStreamException {
    return FACTORY.createXMLStreamReader(part);
  }

  /** Moves on; returns the kind of event. */
  static int next(XMLStreamReader xml) throws XMLStreamException {
    int event = xml.next();
    if (event == XMLStreamReader.DTD || event == XMLStreamReader.ENTITY_REFERENCE) {
      throw new XMLStreamException("a document type, which no part of a workbook has");
    }
    return event;
  }

  /** An attribute without namespace; empty when it is not there. */
  static String attribute(XMLStreamReader xml, String name) {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      if (xml.getAttributeLocalName(i).equals(name)
          && (xml.getAttributeNamespace(i) == null || xml.getAttributeNamespace(i).isEmpty())) {
        return xml.getAttributeValue(i);
      }
    }
    return "";
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = new WstxInputFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, MAX_DEPTH);
    factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, MAX_ATTRIBUTES);
    factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, MAX_ATTRIBUTE_LENGTH);
    factory.setProperty(WstxInputProperties.P_MAX_TEXT_LENGTH, MAX_TEXT);
    return factory;
  }
}
