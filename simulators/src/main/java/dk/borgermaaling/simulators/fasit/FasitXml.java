package dk.borgermaaling.simulators.fasit;

import dk.borgermaaling.simulators.world.StoryEvent;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes events in the contract {@code fasit/1}. */
public final class FasitXml {
  static final String NAMESPACE = "http://borgermaaling.dk/contract/fasit/1";
  private static final XMLOutputFactory WRITERS = XMLOutputFactory.newFactory();

  private FasitXml() {}

  /** A batch, as it is pushed. Public so that tests can look at every message of the story. */
  public static String write(String tenant, List<StoryEvent> events) {
    return write("events", tenant, events);
  }

  /** A delta file. */
  static String writeDelta(String tenant, List<StoryEvent> events) {
    return write("delta", tenant, events);
  }

  private static String write(String root, String tenant, List<StoryEvent> events) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = WRITERS.createXMLStreamWriter(text);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeStartElement(root);
      xml.writeDefaultNamespace(NAMESPACE);
      xml.writeAttribute("tenant", tenant);
      for (StoryEvent event : events) {
        xml.writeStartElement("event");
        for (Map.Entry<String, String> field : FasitFields.of(event).entrySet()) {
          xml.writeStartElement(field.getKey());
          xml.writeCharacters(field.getValue());
          xml.writeEndElement();
        }
        xml.writeEndElement();
      }
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("events cannot be written as XML", e);
    }
    return text.toString();
  }
}
