package dk.borgermaaling.schultz.xml;

import dk.borgermaaling.gateway.kernel.Problem;
import dk.borgermaaling.gateway.kernel.ProblemException;
import dk.borgermaaling.schultz.FasitBatch;
import dk.borgermaaling.schultz.FasitContent;
import dk.borgermaaling.schultz.FasitEvent;
import dk.borgermaaling.schultz.FasitField;
import dk.borgermaaling.schultz.FasitPush;
import dk.borgermaaling.schultz.FasitRow;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;

/**
 * Reads what is pushed, event by event, as {@code fasit-events.xsd} describes it: an element that
 * the contract does not have is left out. Writes what is kept of an event as such a push.
 */
public final class FasitXml implements FasitContent {
  public static final String NAMESPACE = "http://borgermaaling.dk/contract/fasit/1";

  private static final XMLOutputFactory WRITERS = XMLOutputFactory.newDefaultFactory();

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

  /** What {@link #write} has written. */
  @Override
  public FasitBatch read(byte[] content) {
    FasitPush kept = readPush(content);
    List<FasitEvent> events = new ArrayList<>();
    for (FasitRow row : kept.rows()) {
      Problem problem = row.problem();
      if (problem != null) {
        throw new ProblemException(problem);
      }
      events.add(Objects.requireNonNull(row.event()));
    }
    return new FasitBatch(kept.tenant(), events);
  }

  /**
   * Reads a request event by event: what is wrong inside one is that event's.
   *
   * @throws ProblemException {@code MALFORMED} when it is not XML, has another root or more events
   *     than the contract allows; nothing of the input is in it
   */
  public FasitPush readPush(byte[] xml) {
    try {
      return push(GuardedReader.of(xml));
    } catch (EventReader.TooManyNames e) {
      throw malformed(EventReader.TooManyNames.TEXT);
    } catch (XMLStreamException e) {
      throw malformed("well-formed XML of elements, attributes and text alone");
    }
  }

  private static FasitPush push(XMLStreamReader reader) throws XMLStreamException {
    while (reader.next() != XMLStreamConstants.START_ELEMENT) {
      // What is before the first element says nothing.
    }
    if (!reader.getLocalName().equals("events") || !NAMESPACE.equals(reader.getNamespaceURI())) {
      throw malformed("the first element, of the namespace " + NAMESPACE);
    }
    String tenant = reader.getAttributeValue(null, "tenant");
    if (tenant == null) {
      throw new ProblemException(new Problem.Malformed("tenant", "there"));
    }
    EventReader events = new EventReader(reader, reader::next);
    List<FasitRow> rows = new ArrayList<>();
    while (reader.hasNext()) {
      switch (reader.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          if (events.isEvent()) {
            rows.add(events.read(rows.size() + 1L));
          } else if (reader.getLocalName().equals("event")) {
            throw malformed("of one namespace, " + NAMESPACE);
          } else {
            events.leaveOut();
          }
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
          if (!reader.isWhiteSpace()) {
            throw malformed("elements, without text between them");
          }
        }
        default -> {
          // Comments and the end of the document say nothing.
        }
      }
      if (rows.size() > FasitPush.MOST) {
        throw malformed("1 to " + FasitPush.MOST + " events");
      }
    }
    return new FasitPush(tenant, rows);
  }

  private static ProblemException malformed(String expected) {
    return new ProblemException(new Problem.Malformed("events", expected));
  }
}
