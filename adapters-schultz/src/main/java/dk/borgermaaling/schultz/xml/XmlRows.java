package dk.borgermaaling.schultz.xml;

import dk.borgermaaling.gateway.kernel.Problem;
import dk.borgermaaling.schultz.FasitField;
import dk.borgermaaling.schultz.file.Refusal;
import dk.borgermaaling.schultz.file.RefusedFile;
import dk.borgermaaling.schultz.file.Rows;
import dk.borgermaaling.schultz.file.StrictText;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The events of a {@code delta} element, one at a time. What is wrong inside an event is that
 * event's; an element that the contract does not have is left out; what is not XML, or not a delta
 * of this tenant, ends the reading.
 */
public final class XmlRows implements Rows {
  /** Different names of elements that the contract does not have: the parser keeps every name. */
  private static final int MOST_STRANGE_NAMES = 100;

  private final Reader text;
  private final MeasuredReader measured;
  private final XMLStreamReader reader;
  private final Set<String> strange = new HashSet<>();
  private long number;

  public XmlRows(InputStream bytes, String tenant) throws IOException {
    text = StrictText.of(bytes);
    measured = new MeasuredReader(text);
    try {
      reader = GuardedReader.of(measured);
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
  public Optional<Row> next() throws IOException {
    try {
      while (reader.hasNext()) {
        switch (advance()) {
          case XMLStreamConstants.START_ELEMENT -> {
            if (!isEvent()) {
              throw new RefusedFile(Refusal.MALFORMED, "a delta has nothing but events");
            }
            number++;
            return Optional.of(row());
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
    } catch (XMLStreamException e) {
      throw refusal();
    }
  }

  private boolean isEvent() {
    return reader.getLocalName().equals("event")
        && FasitXml.NAMESPACE.equals(reader.getNamespaceURI());
  }

  /** Leaves the reader at the end of the event. */
  private Row row() throws XMLStreamException {
    Map<FasitField, String> fields = new EnumMap<>(FasitField.class);
    Optional<Problem> problem = Optional.empty();
    while (advance() != XMLStreamConstants.END_ELEMENT) {
      if (reader.getEventType() == XMLStreamConstants.START_ELEMENT) {
        String name = reader.getLocalName();
        Optional<FasitField> field =
            FasitXml.NAMESPACE.equals(reader.getNamespaceURI())
                ? FasitField.named(name)
                : Optional.empty();
        if (field.isEmpty() && strange.add(name) && strange.size() > MOST_STRANGE_NAMES) {
          throw new RefusedFile(
              Refusal.MALFORMED, "more than " + MOST_STRANGE_NAMES + " unknown elements");
        }
        Optional<Problem> here = read(field, fields);
        problem = problem.or(() -> here);
      } else if (isText() && !reader.isWhiteSpace()) {
        problem = problem.or(() -> Optional.of(new Problem.Malformed("event", "elements alone")));
      }
    }
    return problem.isPresent() ? Row.bad(number, fields, problem.get()) : Row.of(number, fields);
  }

  /** Leaves the reader at the end of the element. */
  private Optional<Problem> read(Optional<FasitField> field, Map<FasitField, String> fields)
      throws XMLStreamException {
    StringBuilder value = new StringBuilder();
    int depth = 1;
    boolean nested = false;
    while (depth > 0) {
      int event = advance();
      if (event == XMLStreamConstants.START_ELEMENT) {
        depth++;
        nested = true;
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        depth--;
      } else if (isText() && value.length() <= FasitField.LONGEST) {
        value.append(reader.getText());
      }
    }
    if (field.isEmpty()) {
      return Optional.empty();
    }
    String name = field.get().fieldName();
    if (nested) {
      return Optional.of(new Problem.Malformed(name, "text alone"));
    }
    return fields.put(field.get(), value.toString().strip()) == null
        ? Optional.empty()
        : Optional.of(new Problem.Malformed(name, "there once"));
  }

  private boolean isText() {
    return reader.getEventType() == XMLStreamConstants.CHARACTERS
        || reader.getEventType() == XMLStreamConstants.CDATA;
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
