package dk.borgermaaling.schultz.xml;

import dk.borgermaaling.gateway.kernel.Problem;
import dk.borgermaaling.schultz.FasitField;
import dk.borgermaaling.schultz.FasitRow;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads one {@code event} element after the other, of a push or a file. What is wrong inside an
 * event is that event's; an element that the contract does not have is left out.
 */
final class EventReader {
  /** Different names of elements that the contract does not have: the parser keeps every name. */
  private static final int MOST_STRANGE_NAMES = 100;

  private final XMLStreamReader reader;
  private final Advance advance;
  private final Set<String> strange = new HashSet<>();

  /** Moves the reader on, as its owner bounds it. */
  @FunctionalInterface
  interface Advance {
    int next() throws XMLStreamException;
  }

  /** Ends the reading. */
  static final class TooManyNames extends XMLStreamException {
    static final String TEXT = "without more than " + MOST_STRANGE_NAMES + " unknown elements";
    private static final long serialVersionUID = 1L;

    TooManyNames() {
      super(TEXT);
    }
  }

  EventReader(XMLStreamReader reader, Advance advance) {
    this.reader = reader;
    this.advance = advance;
  }

  /** Whether the element that has just begun is an event. */
  boolean isEvent() {
    return reader.getLocalName().equals("event")
        && FasitXml.NAMESPACE.equals(reader.getNamespaceURI());
  }

  /** Leaves out the element that has just begun; leaves the reader at its end. */
  void leaveOut() throws XMLStreamException {
    know(reader.getLocalName());
    read(Optional.empty(), new EnumMap<>(FasitField.class));
  }

  /**
   * Reads the event that has just begun; leaves the reader at its end.
   *
   * @param number of the event, for whoever looks for it
   */
  FasitRow read(long number) throws XMLStreamException {
    Map<FasitField, String> fields = new EnumMap<>(FasitField.class);
    Optional<Problem> problem = Optional.empty();
    while (advance.next() != XMLStreamConstants.END_ELEMENT) {
      if (reader.getEventType() == XMLStreamConstants.START_ELEMENT) {
        String name = reader.getLocalName();
        Optional<FasitField> field =
            FasitXml.NAMESPACE.equals(reader.getNamespaceURI())
                ? FasitField.named(name)
                : Optional.empty();
        if (field.isEmpty()) {
          know(name);
        }
        Optional<Problem> here = read(field, fields);
        problem = problem.or(() -> here);
      } else if (isText() && !reader.isWhiteSpace()) {
        problem = problem.or(() -> Optional.of(new Problem.Malformed("event", "elements alone")));
      }
    }
    return problem.isPresent()
        ? FasitRow.bad(number, fields, problem.get())
        : FasitRow.of(number, fields);
  }

  private void know(String strangeName) throws TooManyNames {
    if (strange.add(strangeName) && strange.size() > MOST_STRANGE_NAMES) {
      throw new TooManyNames();
    }
  }

  /** Leaves the reader at the end of the element. */
  private Optional<Problem> read(Optional<FasitField> field, Map<FasitField, String> fields)
      throws XMLStreamException {
    StringBuilder value = new StringBuilder();
    int depth = 1;
    boolean nested = false;
    while (depth > 0) {
      int event = advance.next();
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
}
