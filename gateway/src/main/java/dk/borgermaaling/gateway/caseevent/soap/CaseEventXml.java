package dk.borgermaaling.gateway.caseevent.soap;

import dk.borgermaaling.contract.caseevent.RegisterCaseEvents;
import dk.borgermaaling.gateway.caseevent.HandedIn;
import dk.borgermaaling.gateway.edge.xml.SafeXml;
import dk.borgermaaling.gateway.kernel.Problem;
import dk.borgermaaling.gateway.kernel.ProblemException;
import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBException;
import jakarta.xml.bind.Unmarshaller;
import java.net.URL;
import java.util.List;
import java.util.Objects;
import javax.xml.XMLConstants;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.util.StreamReaderDelegate;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.xml.sax.SAXException;

/**
 * The contract's {@code registerCaseEvents} where it stands alone, without the envelope of SOAP:
 * one pass that reads no DTD and no instruction, with the limits of {@link SafeXml}, valid by the
 * schema.
 */
public final class CaseEventXml {
  private static final QName ROOT =
      new QName("http://borgermaaling.dk/contract/case-event/1", "registerCaseEvents");
  private static final String SCHEMA = "/wsdl/borgermaaling/case-event/1/case-event.xsd";
  private final Schema schema;
  private final JAXBContext context;

  public CaseEventXml() {
    URL source = Objects.requireNonNull(CaseEventXml.class.getResource(SCHEMA), SCHEMA);
    try {
      SchemaFactory factory = SchemaFactory.newDefaultInstance();
      factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
      factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
      schema = factory.newSchema(source);
      context = JAXBContext.newInstance(RegisterCaseEvents.class);
    } catch (SAXException | JAXBException e) {
      throw new IllegalStateException("our own schema cannot be read", e);
    }
  }

  /** Whether the document begins as the contract's; nothing after that is looked at. */
  public boolean begins(byte[] xml) {
    try {
      XMLStreamReader reader = guarded(xml);
      return reader.nextTag() == XMLStreamReader.START_ELEMENT && reader.getName().equals(ROOT);
    } catch (XMLStreamException e) {
      return false;
    }
  }

  /**
   * The events, in their order.
   *
   * @throws ProblemException {@code MALFORMED} with nothing of the input in it
   */
  public List<HandedIn> read(byte[] xml) {
    try {
      Unmarshaller unmarshaller = context.createUnmarshaller();
      unmarshaller.setSchema(schema);
      unmarshaller.setEventHandler(event -> false);
      XMLStreamReader reader = guarded(xml);
      RegisterCaseEvents read = unmarshaller.unmarshal(reader, RegisterCaseEvents.class).getValue();
      while (reader.hasNext()) {
        reader.next();
      }
      return read.getCaseEvent().stream().map(CaseEventMapping::read).toList();
    } catch (JAXBException | XMLStreamException e) {
      throw new ProblemException(
          new Problem.Malformed("registerCaseEvents", "XML that is valid against case-event.xsd"));
    }
  }

  private static XMLStreamReader guarded(byte[] xml) throws XMLStreamException {
    return new StreamReaderDelegate(SafeXml.read(xml)) {
      @Override
      public int next() throws XMLStreamException {
        int event = super.next();
        if (event == DTD || event == ENTITY_REFERENCE || event == PROCESSING_INSTRUCTION) {
          throw new XMLStreamException("a DTD, an entity or an instruction");
        }
        return event;
      }

      /** The delegate's own would pass by what {@link #next} refuses. */
      @Override
      public int nextTag() throws XMLStreamException {
        int event = next();
        while (event == SPACE || event == COMMENT || (event == CHARACTERS && isWhiteSpace())) {
          event = next();
        }
        if (event != START_ELEMENT && event != END_ELEMENT) {
          throw new XMLStreamException("text where an element was expected");
        }
        return event;
      }
    };
  }
}
