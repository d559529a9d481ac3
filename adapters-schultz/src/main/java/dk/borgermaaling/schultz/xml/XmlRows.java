package dk.borgermaaling.schultz.xml;

import dk.borgermaaling.schultz.FasitRow;
import dk.borgermaaling.schultz.file.Refusal;
import dk.borgermaaling.schultz.file.RefusedFile;
import dk.borgermaaling.schultz.file.Rows;
import dk.borgermaaling.schultz.file.StrictText;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The events of a {@code delta} element, one at a time. What is wrong inside an event is that
 * event's; an element that the contract does not have is left out; what is not XML, or not a delta
 * of this tenant, ends the reading.
 */
public final class XmlRows implements Rows {
  private final Reader text;
  private final MeasuredReader measured;
  private final XMLStreamReader reader;
  private final EventReader events;
  private long number;

  public XmlRows(InputStream bytes, String tenant) throws IOException {
    text = StrictText.of(bytes);
    measured = new MeasuredReader(text);
    try {
      reader = GuardedReader.of(measured);
      events = new EventReader(reader, this::advance);
      readRoot(tenant);
    } catch (XMLStreamException e) {
      throw refusal();
    }
  }

  private void readRoot(String tenant) throws XMLStreamException {
    String encoding = reader.getCharacterEncodingScheme();
    if (encoding != null && !encoding.equalsIgnoreCase("UTF-8")) {
      throw new RefusedFile(Refusal.ENCODING);
    }
    while (advance() != XMLStreamConstants.START_ELEMENT) {
      // What is before the first element says nothing.
    }
    if (!reader.getLocalName().equals("delta")
        || !FasitXml.NAMESPACE.equals(reader.getNamespaceURI())) {
      throw new RefusedFile(Refusal.MALFORMED, "the first element is delta of fasit/1");
    }
    if (!tenant.equals(reader.getAttributeValue(null, "tenant"))) {
      throw new RefusedFile(Refusal.WRONG_TENANT);
    }
  }

  @Override
  public Optional<FasitRow> next() throws IOException {
    try {
      while (reader.hasNext()) {
        switch (advance()) {
          case XMLStreamConstants.START_ELEMENT -> {
            if (!events.isEvent()) {
              throw new RefusedFile(Refusal.MALFORMED, "a delta has nothing but events");
            }
            number++;
            return Optional.of(events.read(number));
          }
          case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
            if (!reader.isWhiteSpace()) {
              throw new RefusedFile(Refusal.MALFORMED, "text after event " + number);
            }
          }
          default -> {
            // Comments and the end of the document say nothing.
          }
        }
      }
      return Optional.empty();
    } catch (EventReader.TooManyNames e) {
      throw new RefusedFile(Refusal.MALFORMED, EventReader.TooManyNames.TEXT);
    } catch (XMLStreamException e) {
      throw refusal();
    }
  }

  private int advance() throws XMLStreamException {
    measured.begin();
    return reader.next();
  }

  /** Why the parser gave up; it wraps what reading throws. */
  private RefusedFile refusal() {
    return measured
        .refusal()
        .orElseGet(() -> new RefusedFile(Refusal.MALFORMED, "no XML after event " + number));
  }

  @Override
  public void close() throws IOException {
    text.close();
  }
}
