package dk.borgermaaling.simulators.fasit;

import dk.borgermaaling.simulators.world.Citizen;
import dk.borgermaaling.simulators.world.StoryEvent;
import dk.borgermaaling.simulators.world.StoryEvent.Kind;
import java.io.StringWriter;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/** Writes events in the contract {@code fasit/1}. */
public final class FasitXml {
  static final String NAMESPACE = "http://borgermaaling.dk/contract/fasit/1";
  private static final XMLOutputFactory WRITERS = XMLOutputFactory.newFactory();

  private final XMLStreamWriter xml;

  private FasitXml(XMLStreamWriter xml) {
    this.xml = xml;
  }

  /** Public so that tests can look at every message of the story. */
  public static String write(String tenant, List<StoryEvent> events) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = WRITERS.createXMLStreamWriter(text);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeStartElement("events");
      xml.writeDefaultNamespace(NAMESPACE);
      xml.writeAttribute("tenant", tenant);
      FasitXml writer = new FasitXml(xml);
      for (StoryEvent event : events) {
        writer.event(event);
      }
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("events cannot be written as XML", e);
    }
    return text.toString();
  }

  private void event(StoryEvent e) throws XMLStreamException {
    Citizen citizen =
        e.citizen().orElseThrow(() -> new IllegalArgumentException("Fasit has citizens only"));
    var details = e.details();
    StoryEvent.Group group = e.group();
    xml.writeStartElement("event");
    element("eventId", e.eventId());
    element("entityId", e.entityId());
    element("version", e.version());
    element("changeType", changeType(e));
    element("type", e.kind());
    element("occurredAt", e.occurredAt());
    element("citizenId", citizen.id());
    element("cprNumber", citizen.person().cpr());
    element("caseId", citizen.courseId());
    element("caseStartDate", details.courseStart());
    element("caseEndDate", e.kind() == Kind.COURSE_ENDED ? e.date() : null);
    element("targetGroup", group == null ? null : FasitTargetGroupIds.of(group.code()));
    element("targetGroupStartDate", group == null ? null : group.since());
    element("interviewTypeIdentifier", details.conversationType());
    element("interviewForm", form(details.form()));
    element("responsibleActor", actor(details.responsibleActor()));
    element("organisationalUnit", details.organisationalUnit());
    element("toMunicipalityCode", details.movedTo());
    xml.writeEndElement();
  }

  private void element(String name, @Nullable Object value) throws XMLStreamException {
    if (value != null) {
      xml.writeStartElement(name);
      xml.writeCharacters(value.toString());
      xml.writeEndElement();
    }
  }

  private static String changeType(StoryEvent e) {
    if (e.withdrawn()) {
      return "DELETE";
    }
    return e.version() == 1 ? "CREATE" : "UPDATE";
  }

  private static @Nullable String form(StoryEvent.@Nullable Form form) {
    if (form == null) {
      return null;
    }
    return switch (form) {
      case IN_PERSON -> "PERSONLIGT";
      case TELEPHONE -> "TELEFON";
      case VIDEO -> "VIDEO";
      case LETTER -> "BREV";
    };
  }

  private static @Nullable String actor(StoryEvent.@Nullable Actor actor) {
    if (actor == null) {
      return null;
    }
    return switch (actor) {
      case MUNICIPALITY -> "KOMMUNE";
      case UNEMPLOYMENT_FUND -> "AKASSE";
      case OTHER_ACTOR -> "ANDEN_AKTOER";
    };
  }
}
