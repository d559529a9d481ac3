package dk.borgermaaling.gateway.edge.xml;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import java.io.ByteArrayInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads XML of strangers: no DTD is processed, no entity resolved, and depth, attributes, children
 * and elements are limited well above what our contracts need. UTF-8 and XML 1.0 only.
 */
public final class SafeXml {
  public static final int MAX_DEPTH = 40;
  private static final int MAX_ATTRIBUTES = 64;
  private static final int MAX_ATTRIBUTE_LENGTH = 8_192;
  private static final long MAX_CHILDREN = 2_000;
  private static final long MAX_ELEMENTS = 20_000;

  /** Off, so that text is checked when it is read and not when it is asked for. */
  private static final String LAZY_PARSING = "com.ctc.wstx.lazyParsing";

  private static final XMLInputFactory FACTORY = factory();

  private SafeXml() {}

  public static XMLStreamReader read(byte[] utf8) throws XMLStreamException {
    XMLStreamReader reader = FACTORY.createXMLStreamReader(new ByteArrayInputStream(utf8), "UTF-8");
    String declared = reader.getCharacterEncodingScheme();
    String version = reader.getVersion();
    if (declared != null && !"UTF-8".equalsIgnoreCase(declared)) {
      throw new XMLStreamException("another encoding than UTF-8");
    }
    if (version != null && !"1.0".equals(version)) {
      throw new XMLStreamException("another version than 1.0");
    }
    return reader;
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = new WstxInputFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    factory.setProperty(LAZY_PARSING, false);
    factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, MAX_DEPTH);
    factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, MAX_ATTRIBUTES);
    factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, MAX_ATTRIBUTE_LENGTH);
    factory.setProperty(WstxInputProperties.P_MAX_CHILDREN_PER_ELEMENT, MAX_CHILDREN);
    factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_COUNT, MAX_ELEMENTS);
    return factory;
  }
}
