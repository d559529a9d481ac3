package dk.borgermaaling.schultz.rest;

import dk.borgermaaling.gateway.kernel.Problem;
import dk.borgermaaling.gateway.kernel.ProblemException;
import dk.borgermaaling.schultz.FasitBatch;
import dk.borgermaaling.schultz.FasitEvent;
import java.io.IOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.transform.stax.StAXSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.xml.sax.SAXException;

/**
 * Reads a batch: valid against our schema, or {@code MALFORMED} with nothing of the input in it.
 */
public final class FasitXml {
  static final String NAMESPACE = "http://borgermaaling.dk/contract/fasit/1";
  private static final String SCHEMA = "/wsdl/borgermaaling/fasit/1/fasit-events.xsd";

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

  public FasitBatch read(byte[] xml) {
    try {
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

  private static FasitBatch batch(XMLStreamReader reader) throws XMLStreamException {
    String tenant = "";
    List<FasitEvent> events = new ArrayList<>();
    while (reader.hasNext()) {
      if (reader.next() == XMLStreamConstants.START_ELEMENT) {
        if (reader.getLocalName().equals("events")) {
          tenant = reader.getAttributeValue(null, "tenant");
        } else {
          events.add(event(fields(reader)));
        }
      }
    }
    return new FasitBatch(tenant, events);
  }

  /** The texts of the event's elements; leaves the reader at the end of the event. */
  private static Map<String, String> fields(XMLStreamReader reader) throws XMLStreamException {
    Map<String, String> fields = new HashMap<>();
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
            fields.put(name, text.toString().strip());
          }
        }
        default -> {
          // Comments say nothing.
        }
      }
    }
    return fields;
  }

  private static FasitEvent event(Map<String, String> fields) {
    return new FasitEvent(
        UUID.fromString(required(fields, "eventId")),
        required(fields, "entityId"),
        required(fields, "version"),
        required(fields, "changeType"),
        required(fields, "type"),
        required(fields, "occurredAt"),
        required(fields, "cprNumber"),
        fields.get("caseStartDate"),
        fields.get("caseEndDate"),
        fields.get("targetGroup"),
        fields.get("targetGroupStartDate"),
        fields.get("interviewTypeIdentifier"),
        fields.get("interviewForm"),
        fields.get("responsibleActor"),
        fields.get("organisationalUnit"),
        fields.get("toMunicipalityCode"));
  }

  /** Present, because the schema has been checked. */
  private static String required(Map<String, String> fields, String name) {
    return Objects.requireNonNull(fields.get(name), name);
  }
}
