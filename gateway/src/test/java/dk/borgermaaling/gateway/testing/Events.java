package dk.borgermaaling.gateway.testing;

import dk.borgermaaling.gateway.caseevent.CaseEvent;
import dk.borgermaaling.gateway.caseevent.Course;
import dk.borgermaaling.gateway.caseevent.EventSource;
import dk.borgermaaling.gateway.caseevent.Happening;
import dk.borgermaaling.gateway.caseevent.TargetGroupCode;
import dk.borgermaaling.gateway.kernel.BusinessClock;
import dk.borgermaaling.gateway.kernel.CprNumber;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.kernel.Recipient;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes test events as sentences: {@code Events.of(ODENSE, "6701809995").group("6.1",
 * start).held(7, day)}. What happens does so at 10:00 in Denmark. Numbers are of day + 60, which no
 * person has.
 */
public record Events(
    UUID id,
    MunicipalityCode municipality,
    String cpr,
    String entity,
    int version,
    boolean withdrawn,
    LocalTime time,
    @Nullable TargetGroupCode group,
    Course course) {

  public static Events of(MunicipalityCode municipality, String cpr) {
    UUID id = UUID.randomUUID();
    return new Events(
        id, municipality, cpr, "entity-" + id, 1, false, LocalTime.of(10, 0), null, Course.UNKNOWN);
  }

  public Events withId(UUID newId) {
    return new Events(newId, municipality, cpr, entity, version, withdrawn, time, group, course);
  }

  public Events entity(String newEntity, int newVersion) {
    return new Events(id, municipality, cpr, newEntity, newVersion, withdrawn, time, group, course);
  }

  public Events takenBack() {
    return new Events(id, municipality, cpr, entity, version, true, time, group, course);
  }

  public Events at(LocalTime newTime) {
    return new Events(id, municipality, cpr, entity, version, withdrawn, newTime, group, course);
  }

  public Events group(String code, LocalDate start) {
    return new Events(
        id,
        municipality,
        cpr,
        entity,
        version,
        withdrawn,
        time,
        new TargetGroupCode("LAB6", code, start),
        course);
  }

  public Events heldBy(Course.ResponsibleActor actor) {
    return new Events(
        id,
        municipality,
        cpr,
        entity,
        version,
        withdrawn,
        time,
        group,
        new Course(null, actor, null));
  }

  public Events course(LocalDate start, Course.@Nullable ResponsibleActor actor) {
    return new Events(
        id,
        municipality,
        cpr,
        entity,
        version,
        withdrawn,
        time,
        group,
        new Course(start, actor, null));
  }

  public CaseEvent held(int type, LocalDate on) {
    return event(new Happening.ConversationHeld(on, type, Happening.ConversationForm.IN_PERSON));
  }

  public CaseEvent cancelled(int type, LocalDate on) {
    return event(
        new Happening.ConversationCancelled(on, type, Happening.ConversationForm.IN_PERSON));
  }

  public CaseEvent event(Happening happening) {
    Instant at = happening.date().atTime(time).atZone(BusinessClock.DENMARK).toInstant();
    return new CaseEvent(
        id,
        EventSource.MOMENTUM,
        municipality,
        entity,
        version,
        withdrawn,
        at,
        new Recipient.Person(new CprNumber(cpr)),
        group,
        course,
        happening);
  }

  /** The same, told by another system. */
  public static CaseEvent from(EventSource source, CaseEvent event) {
    return new CaseEvent(
        event.eventId(),
        source,
        event.municipality(),
        event.entityId(),
        event.version(),
        event.withdrawn(),
        event.occurredAt(),
        event.recipient(),
        event.targetGroup(),
        event.course(),
        event.happening());
  }
}
