package dk.borgermaaling.schultz.xml;

import dk.borgermaaling.gateway.kernel.Problem;
import dk.borgermaaling.gateway.kernel.ProblemException;
import dk.borgermaaling.schultz.FasitBatch;
import dk.borgermaaling.schultz.FasitContent;
import dk.borgermaaling.schultz.FasitEvent;
import dk.borgermaaling.schultz.FasitField;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;
import javax.xml.transform.stax.StAXSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.xml.sax.SAXException;

/**
 * Reads a batch: valid against our schema, or {@code MALFORMED} with nothing of the input in it.
 * Writes what is kept of an event as such a batch.
 */
public final class FasitXml implements FasitContent {
  public static final String NAMESPACE = "http://borgermaaling.dk/contract/fasit/1";
  private static final String SCHEMA = "/wsdl/borgermaaling/fasit/1/fasit-events.xsd";

  private static final XMLOutputFactory WRITERS = XMLOutputFactory.newDefaultFactory();

  private final Schema schema;

  public FasitXml() {
    URL source = Objects.requireNonNull(FasitXml.class.getResource(SCHEMA), SCHEMA);
    try {
      SchemaFactory factory = SchemaFactory.newDefaultInstance();
      factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
      factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
      schema = factory.newSchema(source);
    } catch (SAXException e) {
      throw new IllegalStateException("our own schema cannot be read", e);
    }
  }

  @Override
  public byte[] write(FasitBatch batch) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      XMLStreamWriter writer = WRITERS.createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
      writer.setDefaultNamespace(NAMESPACE);
      writer.writeStartElement(NAMESPACE, "events");
      writer.writeDefaultNamespace(NAMESPACE);
      writer.writeAttribute("tenant", batch.tenant());
      for (FasitEvent event : batch.events()) {
        writer.writeStartElement(NAMESPACE, "event");
        for (FasitField field : FasitField.values()) {
          String value = event.get(field);
          if (value != null) {
            writer.writeStartElement(NAMESPACE, field.fieldName());
            writer.writeCharacters(value);
            writer.writeEndElement();
          }
        }
        writer.writeEndElement();
      }
      writer.writeEndElement();
      writer.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("writing to memory does not fail", e);
    }
    return out.toByteArray();
  }

  @Override
  public FasitBatch read(byte[] xml) {
    try {
      requireBatch(GuardedReader.of(xml));
      Validator validator = schema.newValidator();
      validator.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
      validator.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
      validator.validate(new StAXSource(GuardedReader.of(xml)));
      return batch(GuardedReader.of(xml));
    } catch (XMLStreamException | SAXException e) {
      throw new ProblemException(
          new Problem.Malformed("events", "XML that is valid against fasit-events.xsd"));
    } catch (IOException e) {
      throw new IllegalStateException("reading bytes does not fail", e);
    }
  }

  /** The schema has other elements that may be a document's first. */
  private static void requireBatch(XMLStreamReader reader) throws XMLStreamException {
    while (reader.next() != XMLStreamConstants.START_ELEMENT) {
      // What is before the first element says nothing.
    }
    reader.require(XMLStreamConstants.START_ELEMENT, NAMESPACE, "events");
  }

  private static FasitBatch batch(XMLStreamReader reader) throws XMLStreamException {
    String tenant = "";
    List<FasitEvent> events = new ArrayList<>();
    while (reader.hasNext()) {
      if (reader.next() == XMLStreamConstants.START_ELEMENT) {
        if (reader.getLocalName().equals("events")) {
          tenant = reader.getAttributeValue(null, "tenant");
        } else {
          events.add(new FasitEvent(fields(reader)));
        }
      }
    }
    return new FasitBatch(tenant, events);
  }

  /** The texts of the event's elements; leaves the reader at the end of the event. */
  private static Map<FasitField, String> fields(XMLStreamReader reader) throws XMLStreamException {
    Map<FasitField, String> fields = new EnumMap<>(FasitField.class);
    String name = "";
    StringBuilder text = new StringBuilder();
    int depth = 0;
    while (depth >= 0) {
      switch (reader.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          depth++;
          name = reader.getLocalName();
          text.setLength(0);
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
            text.append(reader.getText());
        case XMLStreamConstants.END_ELEMENT -> {
          if (depth-- > 0) {
            fields.put(FasitField.named(name).orElseThrow(), text.toString().strip());
          }
        }
        default -> {
          // Comments say nothing.
        }
      }
    }
    return fields;
  }
}
