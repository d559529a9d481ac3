package dk.borgermaaling.gateway.edge.soap;

import dk.borgermaaling.gateway.edge.Refusal;
import dk.borgermaaling.gateway.edge.xml.Names;
import dk.borgermaaling.gateway.edge.xml.SafeXml;
import dk.borgermaaling.gateway.kernel.Problem;
import dk.borgermaaling.gateway.kernel.ProblemException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * One pass over the bytes before anything else sees them: everything of the envelope and of
 * WS-Security stands once and where it belongs, no id is used twice, nothing is encrypted, no DTD.
 * After it, an id or a name means one element to every parser behind, which takes signature
 * wrapping its ground away.
 */
public final class EnvelopeGate {
  private static final Set<String> UNDERSTOOD =
      Set.of(Names.WSA, Names.WSSE, Names.LIBERTY, Names.LIBERTY_2006);

  /** Of a whole message: the fullest batch, with a namespace told on every element, and more. */
  private static final int MOST_ATTRIBUTES = 20_000;

  private final Deque<Place> open = new ArrayDeque<>();
  private final Map<Place, Integer> taken = new EnumMap<>(Place.class);
  private final Set<QName> headerBlocks = new HashSet<>();
  private final Set<String> ids = new HashSet<>();
  private final StringBuilder keyIdentifier = new StringBuilder();
  private final Set<String> keyIdentifiers = new HashSet<>();
  private final SoapProfile profile;
  private final QName mustUnderstand;
  private @Nullable String assertionId;
  private int attributes;

  private EnvelopeGate(SoapProfile profile) {
    this.profile = profile;
    this.mustUnderstand = new QName(profile.namespace(), "mustUnderstand");
  }

  /** Returns when the message has the shape of a signed message; otherwise refuses it. */
  public static void check(byte[] message, SoapProfile profile) {
    EnvelopeGate gate = new EnvelopeGate(profile);
    try {
      XMLStreamReader reader = SafeXml.read(message);
      try {
        while (reader.hasNext()) {
          gate.see(reader, reader.next());
        }
      } finally {
        reader.close();
      }
    } catch (XMLStreamException e) {
      throw gate.malformed("not well-formed, or beyond the limits of the parser");
    }
    gate.finish();
  }

  private void see(XMLStreamReader reader, int event) {
    switch (event) {
      case XMLStreamConstants.START_ELEMENT -> start(reader);
      case XMLStreamConstants.END_ELEMENT -> end();
      case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
          throw malformed("a DTD or an entity");
      case XMLStreamConstants.PROCESSING_INSTRUCTION -> throw malformed("a processing instruction");
      case XMLStreamConstants.COMMENT -> comment();
      case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text(reader);
      default -> {
        // white space outside the envelope, start and end of the document
      }
    }
  }

  private void start(XMLStreamReader reader) {
    QName name = reader.getName();
    Place parent = open.peek();
    Place place = parent == null ? root(name) : parent.ofChild(name, profile.namespace());
    if (place == null) {
      throw Refusal.notTrusted("an element where it may not stand");
    }
    if (taken.merge(place, 1, Integer::sum) > place.most) {
      throw Refusal.notTrusted("doubled: " + place);
    }
    if (place == Place.HEADER && taken.containsKey(Place.BODY)) {
      throw Refusal.notTrusted("a header after the body");
    }
    if (parent == Place.HEADER && !headerBlocks.add(name)) {
      throw Refusal.notTrusted("a header block twice");
    }
    if (parent == Place.HEADER) {
      understood(reader, name);
    }
    attributes(reader, place);
    if (place == Place.FRAMEWORK && profile.needsFramework()) {
      framework(reader);
    }
    if (place == Place.KEY_IDENTIFIER) {
      keyIdentifier.setLength(0);
    }
    open.push(place);
  }

  private Place root(QName name) {
    if (!name.equals(new QName(profile.namespace(), "Envelope"))) {
      throw malformed("the document is not an envelope of the endpoint's SOAP version");
    }
    return Place.ENVELOPE;
  }

  private void understood(XMLStreamReader reader, QName block) {
    String must = reader.getAttributeValue(profile.namespace(), mustUnderstand.getLocalPart());
    boolean required = must != null && (must.strip().equals("1") || must.strip().equals("true"));
    if (required && !UNDERSTOOD.contains(block.getNamespaceURI())) {
      throw Refusal.of(
          new Problem.Malformed("header", "WS-Addressing and WS-Security where it is mandatory"),
          "an unknown header block must be understood");
    }
  }

  /** Liberty Basic SOAP Binding 1.0: another version or profile is not spoken. */
  private static void framework(XMLStreamReader reader) {
    String version = reader.getAttributeValue("", "version");
    String named = reader.getAttributeValue(Names.LIBERTY_PROFILE, "profile");
    boolean spoken = version == null || version.equals(Names.LIBERTY_VERSION);
    if (!spoken || !Names.LIBERTY_PROFILE_BASIC.equals(named)) {
      throw Refusal.of(
          new Problem.Malformed("Framework", "version 2.0 of " + Names.LIBERTY_PROFILE_BASIC),
          "another version or profile of the Liberty framework");
    }
  }

  private void attributes(XMLStreamReader reader, Place place) {
    attributes += reader.getAttributeCount() + reader.getNamespaceCount();
    if (attributes > MOST_ATTRIBUTES) {
      throw malformed("more attributes than a message needs");
    }
    boolean understood = false;
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      QName name = reader.getAttributeName(i);
      String value = reader.getAttributeValue(i);
      String local = name.getLocalPart().toLowerCase(Locale.ROOT);
      if (local.equals("id") || local.equals("assertionid")) {
        if (value.isBlank() || !ids.add(value)) {
          throw Refusal.notTrusted("an id twice");
        }
        if (place == Place.ASSERTION && name.equals(new QName("ID"))) {
          assertionId = value;
        }
      }
      if (place == Place.SECURITY && name.getNamespaceURI().equals(profile.namespace())) {
        understood = name.equals(mustUnderstand) && (value.equals("1") || value.equals("true"));
        if (!understood) {
          throw Refusal.notTrusted("the security header is for another role, or optional");
        }
      }
    }
    if (place == Place.SECURITY && !understood) {
      throw Refusal.notTrusted("the security header need not be understood");
    }
    if (place == Place.KEY_IDENTIFIER
        && !Names.SAML_ID.equals(reader.getAttributeValue("", "ValueType"))) {
      throw Refusal.notTrusted("a key that is not the assertion's");
    }
  }

  private void end() {
    if (open.pop() == Place.KEY_IDENTIFIER) {
      keyIdentifiers.add(keyIdentifier.toString().strip());
    }
  }

  /** Comments split text differently in different parsers; only the body may have them. */
  private void comment() {
    if (open.contains(Place.HEADER)) {
      throw Refusal.notTrusted("a comment in the header");
    }
  }

  private void text(XMLStreamReader reader) {
    Place place = open.peek();
    if (place == Place.KEY_IDENTIFIER) {
      keyIdentifier.append(reader.getText());
    } else if (stray(place) && !reader.isWhiteSpace() && !reader.getText().isBlank()) {
      throw Refusal.notTrusted("text between elements of the envelope");
    }
  }

  private static boolean stray(@Nullable Place place) {
    return place == Place.ENVELOPE
        || place == Place.HEADER
        || place == Place.BODY
        || place == Place.SECURITY
        || place == Place.TIMESTAMP;
  }

  private void finish() {
    for (Place place : Place.values()) {
      if (taken.getOrDefault(place, 0) < place.least) {
        throw Refusal.notTrusted("absent: " + place);
      }
    }
    if (profile.needsFramework() && !taken.containsKey(Place.FRAMEWORK)) {
      throw Refusal.of(
          new Problem.Malformed("Framework", "there once, in a namespace of Liberty's"),
          "no Framework header");
    }
    if (assertionId == null || !keyIdentifiers.equals(Set.of(assertionId))) {
      throw Refusal.notTrusted("a reference to another token than the assertion");
    }
  }

  private ProblemException malformed(String reason) {
    return Refusal.of(
        new Problem.Malformed(
            "message", "well-formed XML: a " + profile.versionName() + " envelope without a DTD"),
        reason);
  }
}
