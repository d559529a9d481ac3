package dk.borgermaaling.simulators.digitalpost;

import dk.borgermaaling.simulators.digitalpost.Content.Elements;
import dk.borgermaaling.simulators.digitalpost.Content.Particle;
import dk.borgermaaling.simulators.digitalpost.Content.Text;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Checks the MeMo message in a call against {@link MemoShape}, and words what it finds as the real
 * recipient does, which shows its parser's messages.
 */
final class MemoValidator {
  private static final XMLInputFactory READERS = XMLInputFactory.newDefaultFactory();

  static {
    READERS.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    READERS.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
  }

  private MemoValidator() {}

  /** The first thing that is wrong, or empty for a valid message. */
  static Optional<String> firstError(byte[] kombiRequest) {
    try {
      XMLStreamReader reader =
          READERS.createXMLStreamReader(new ByteArrayInputStream(kombiRequest));
      while (reader.hasNext()) {
        if (reader.next() == XMLStreamConstants.START_ELEMENT
            && reader.getLocalName().equals("Message")
            && KombiRequest.MEMO.equals(reader.getNamespaceURI())) {
          message(reader);
          return Optional.empty();
        }
      }
      return Optional.of("no Message");
    } catch (Invalid e) {
      return Optional.of(String.valueOf(e.getMessage()));
    } catch (XMLStreamException e) {
      return Optional.of("javax.xml.stream.XMLStreamException: " + e.getMessage());
    }
  }

  private static void message(XMLStreamReader reader) throws XMLStreamException, Invalid {
    String version = String.valueOf(reader.getAttributeValue(null, "memoVersion"));
    boolean hasSchemaVersion = reader.getAttributeValue(null, "memoSchVersion") != null;
    if (!version.equals("1.1") && !version.equals("1.2")) {
      throw new Invalid(reader, "attribute \"memoVersion\" has a bad value");
    }
    if (hasSchemaVersion != version.equals("1.1")) {
      throw new Invalid(
          reader, "attribute \"memoSchVersion\" belongs to version 1.1 and to no other");
    }
    children(reader, MemoShape.message(version));
  }

  private static void children(XMLStreamReader reader, Elements expected)
      throws XMLStreamException, Invalid {
    List<Particle> particles = expected.particles();
    int at = 0;
    int seen = 0;
    while (reader.nextTag() == XMLStreamConstants.START_ELEMENT) {
      int next = at;
      while (next < particles.size() && !fits(reader, particles.get(next), next == at ? seen : 0)) {
        if (particles.get(next).min() > (next == at ? seen : 0)) {
          throw notAllowed(reader, particles, at, seen);
        }
        next++;
      }
      if (next == particles.size()) {
        throw notAllowed(reader, particles, at, seen);
      }
      seen = next == at ? seen + 1 : 1;
      at = next;
      content(reader, particles.get(at));
    }
    for (int i = at; i < particles.size(); i++) {
      if (particles.get(i).min() > (i == at ? seen : 0)) {
        throw new Invalid(
            reader, "uncompleted content model. expecting: " + possible(particles, at, seen));
      }
    }
  }

  private static boolean fits(XMLStreamReader reader, Particle particle, int seen) {
    return particle.name().equals(reader.getLocalName())
        && particle.namespace().equals(reader.getNamespaceURI())
        && seen < particle.max();
  }

  private static void content(XMLStreamReader reader, Particle particle)
      throws XMLStreamException, Invalid {
    if (particle.content() instanceof Elements elements) {
      children(reader, elements);
    } else if (particle.content() instanceof Text text) {
      String value = reader.getElementText();
      if (!text.accepts().test(value)) {
        throw new Invalid(
            reader, "element \"" + particle.name() + "\" has a bad value: must be " + text.rule());
      }
    }
  }

  private static Invalid notAllowed(
      XMLStreamReader reader, List<Particle> particles, int at, int seen) {
    return new Invalid(
        reader,
        "tag name \""
            + reader.getLocalName()
            + "\" is not allowed. Possible tag names are: "
            + possible(particles, at, seen));
  }

  /** What could stand here: up to and with the first that must. */
  private static String possible(List<Particle> particles, int at, int seen) {
    int end = at;
    while (end < particles.size() && particles.get(end).min() <= (end == at ? seen : 0)) {
      end++;
    }
    int start = at < particles.size() && seen >= particles.get(at).max() ? at + 1 : at;
    return particles.subList(start, Math.max(start, Math.min(particles.size(), end + 1))).stream()
        .map(particle -> "<" + particle.name() + ">")
        .sorted()
        .collect(Collectors.joining(","));
  }

  /** Worded like the parser of the real recipient. */
  private static final class Invalid extends Exception {
    private static final long serialVersionUID = 1L;

    Invalid(XMLStreamReader reader, String what) {
      super(text(what, reader.getLocation()));
    }

    private static String text(String what, Location at) {
      return "javax.xml.stream.XMLStreamException: com.fasterxml.jackson.core.JsonParseException: "
          + what
          + "\n at [row,col {unknown-source}]: ["
          + at.getLineNumber()
          + ","
          + at.getColumnNumber()
          + "]\n at [Source: (com.ctc.wstx.sr.ValidatingStreamReader); line: "
          + at.getLineNumber()
          + ", column: "
          + at.getColumnNumber()
          + "]";
    }
  }
}
