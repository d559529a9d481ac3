package dk.borgermaaling.gateway.testing;

import dk.borgermaaling.gateway.caseevent.CaseEvent;
import dk.borgermaaling.gateway.caseevent.Course;
import dk.borgermaaling.gateway.caseevent.Happening;
import dk.borgermaaling.gateway.caseevent.TargetGroupCode;
import dk.borgermaaling.gateway.kernel.Recipient;
import java.util.List;

/** Events as a sender writes them by our contract {@code case-event/1}; OTHER is their source. */
public final class ContractXml {
  private ContractXml() {}

  /** The element {@code registerCaseEvents}. */
  public static String batch(List<CaseEvent> events) {
    StringBuilder xml =
        new StringBuilder(
            "<registerCaseEvents xmlns=\"http://borgermaaling.dk/contract/case-event/1\">");
    events.forEach(event -> write(xml, event));
    return xml.append("</registerCaseEvents>").toString();
  }

  private static void write(StringBuilder xml, CaseEvent event) {
    xml.append("<caseEvent>");
    put(xml, "eventId", event.eventId());
    put(xml, "source", "OTHER");
    put(xml, "municipalityCode", event.municipality());
    put(xml, "entityId", event.entityId());
    put(xml, "version", event.version());
    if (event.withdrawn()) {
      put(xml, "withdrawn", true);
    }
    put(xml, "occurredAt", event.occurredAt());
    xml.append("<recipient>");
    put(xml, "cprNumber", cpr(event.recipient()));
    xml.append("</recipient>");
    TargetGroupCode group = event.targetGroup();
    if (group != null) {
      xml.append("<targetGroup>");
      put(xml, "codeSystem", group.system());
      put(xml, "code", group.code());
      put(xml, "startDate", group.startDate());
      xml.append("</targetGroup>");
    }
    course(xml, event.course());
    happening(xml, event);
    xml.append("</caseEvent>");
  }

  private static void course(StringBuilder xml, Course course) {
    if (course.equals(Course.UNKNOWN)) {
      return;
    }
    xml.append("<course>");
    if (course.startDate() != null) {
      put(xml, "startDate", course.startDate());
    }
    if (course.responsibleActor() != null) {
      put(xml, "responsibleActor", course.responsibleActor());
    }
    xml.append("</course>");
  }

  private static void happening(StringBuilder xml, CaseEvent event) {
    Happening happening = event.happening();
    String kind = happening.getClass().getSimpleName();
    String name =
        kind.equals("CprChanged")
            ? "cprNumberChanged"
            : Character.toLowerCase(kind.charAt(0)) + kind.substring(1);
    xml.append('<').append(name).append('>');
    put(xml, "date", happening.date());
    if (happening instanceof Happening.ConversationHeld held) {
      put(xml, "typeId", held.typeId());
      put(xml, "form", held.form());
    } else if (happening instanceof Happening.ConversationCancelled cancelled) {
      put(xml, "typeId", cancelled.typeId());
      put(xml, "form", cancelled.form());
    } else if (happening instanceof Happening.CitizenMoved moved && moved.to() != null) {
      put(xml, "toMunicipalityCode", moved.to());
    } else if (event.formerly() != null) {
      put(xml, "formerCprNumber", cpr(event.formerly()));
    }
    xml.append("</").append(name).append('>');
  }

  /** The number of a person. */
  public static String cpr(Recipient person) {
    return ((Recipient.Person) person).cpr().value();
  }

  private static void put(StringBuilder xml, String name, Object value) {
    xml.append('<').append(name).append('>').append(value);
    xml.append("</").append(name).append('>');
  }
}
