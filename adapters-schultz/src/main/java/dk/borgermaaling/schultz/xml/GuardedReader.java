package dk.borgermaaling.schultz.xml;

import java.io.ByteArrayInputStream;
import java.io.Reader;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.util.StreamReaderDelegate;

/**
 * Reads XML that has nothing but elements, attributes and text: a DTD, an entity, a processing
 * instruction or more than a few levels end the reading. Nothing outside the bytes is ever fetched.
 */
final class GuardedReader extends StreamReaderDelegate {
  /** The contract has three levels. */
  private static final int DEEPEST = 8;

  private static final XMLInputFactory WHOLE_TEXTS = factory(true);

  /** Text comes in pieces, so that no text is ever held that nobody has measured. */
  private static final XMLInputFactory PIECES = factory(false);

  private int depth;

  private GuardedReader(XMLStreamReader reader) {
    super(reader);
  }

  static XMLStreamReader of(byte[] xml) throws XMLStreamException {
    return new GuardedReader(WHOLE_TEXTS.createXMLStreamReader(new ByteArrayInputStream(xml)));
  }

  /** The texts of one element come in pieces. */
  static XMLStreamReader of(Reader xml) throws XMLStreamException {
    return new GuardedReader(PIECES.createXMLStreamReader(xml));
  }

  /** The JDK's own parser, whatever else is on the class path. */
  private static XMLInputFactory factory(boolean wholeTexts) {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, wholeTexts);
    factory.setXMLResolver(
        (publicId, systemId, base, namespace) -> {
          throw new XMLStreamException("nothing is fetched");
        });
    return factory;
  }

  @Override
  public int next() throws XMLStreamException {
    int event = super.next();
    switch (event) {
      case START_ELEMENT -> {
        if (++depth > DEEPEST) {
          throw new XMLStreamException("too deep");
        }
      }
      case END_ELEMENT -> depth--;
      case DTD, ENTITY_REFERENCE, ENTITY_DECLARATION, PROCESSING_INSTRUCTION ->
          throw new XMLStreamException("not allowed here");
      default -> {
        // Text, comments and the end of the document are harmless.
      }
    }
    return event;
  }
}
