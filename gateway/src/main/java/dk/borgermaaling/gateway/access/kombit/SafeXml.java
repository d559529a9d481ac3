package dk.borgermaaling.gateway.access.kombit;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * Reads XML of others: no DTD, nothing fetched, at most 64 levels. The caller has capped its size.
 * Elements are found by local name, because the systems that we talk to have changed prefixes and
 * namespaces before.
 */
public final class SafeXml {
  private static final String DEEPEST = "64";

  private SafeXml() {}

  /**
   * The root element.
   *
   * @throws UnsafeXml when it is not well-formed or has what we do not read
   */
  public static Element parse(byte[] xml) throws UnsafeXml {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
      factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
      factory.setAttribute("jdk.xml.maxElementDepth", DEEPEST);
      factory.setExpandEntityReferences(false);
      DocumentBuilder builder = factory.newDocumentBuilder();
      builder.setErrorHandler(new Silent());
      return builder.parse(new ByteArrayInputStream(xml)).getDocumentElement();
    } catch (SAXException | IOException e) {
      throw new UnsafeXml();
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("the JDK's XML parser lacks a protection", e);
    }
  }

  /** The first child element with this local name. */
  public static Optional<Element> child(Element parent, String localName) {
    return children(parent, localName).findFirst();
  }

  /** All child elements with this local name, in order. */
  public static Stream<Element> children(Element parent, String localName) {
    Stream.Builder<Element> found = Stream.builder();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element && localName.equals(element.getLocalName())) {
        found.add(element);
      }
    }
    return found.build();
  }

  /** The element at the end of a path of local names below {@code start}. */
  public static Optional<Element> at(Element start, String... path) {
    Optional<Element> here = Optional.of(start);
    for (String name : path) {
      here = here.flatMap(element -> child(element, name));
    }
    return here;
  }

  /** The stripped text at the end of a path; empty when the element is absent or blank. */
  public static Optional<String> text(Element start, String... path) {
    return at(start, path).map(e -> e.getTextContent().strip()).filter(t -> !t.isEmpty());
  }

  /** Says only that the XML cannot be read, never what stands in it. */
  public static final class UnsafeXml extends Exception {
    private static final long serialVersionUID = 1L;

    UnsafeXml() {
      super("the XML cannot be read");
    }
  }

  /** The parser's own handler prints parts of the document to standard error. */
  private static final class Silent implements ErrorHandler {
    @Override
    public void warning(SAXParseException e) {}

    @Override
    public void error(SAXParseException e) throws SAXException {
      throw e;
    }

    @Override
    public void fatalError(SAXParseException e) throws SAXException {
      throw e;
    }
  }
}
