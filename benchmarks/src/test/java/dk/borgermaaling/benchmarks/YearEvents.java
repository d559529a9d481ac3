package dk.borgermaaling.benchmarks;

import dk.borgermaaling.gateway.caseevent.CaseEvent;
import dk.borgermaaling.gateway.caseevent.Course;
import dk.borgermaaling.gateway.caseevent.Course.ResponsibleActor;
import dk.borgermaaling.gateway.caseevent.EventSource;
import dk.borgermaaling.gateway.caseevent.Happening;
import dk.borgermaaling.gateway.caseevent.Happening.ConversationForm;
import dk.borgermaaling.gateway.caseevent.TargetGroupCode;
import dk.borgermaaling.gateway.kernel.CprNumber;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.kernel.Recipient;
import dk.borgermaaling.simulators.world.StoryEvent.Actor;
import dk.borgermaaling.simulators.year.YearEvent;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What an adapter hands in of an event of the year. */
final class YearEvents {
  private YearEvents() {}

  static CaseEvent handedIn(YearEvent event) {
    String former = event.formerCpr();
    return new CaseEvent(
        event.eventId(),
        EventSource.valueOf(event.source().name()),
        new MunicipalityCode(event.municipality()),
        event.entityId().toString(),
        event.version(),
        event.withdrawn(),
        event.occurredAt(),
        person(event.cpr()),
        group(event.group()),
        new Course(event.courseStart(), actor(event.actor()), null),
        happening(event),
        former == null ? null : person(former));
  }

  private static Recipient person(String cpr) {
    return new Recipient.Person(new CprNumber(cpr));
  }

  private static @Nullable TargetGroupCode group(YearEvent.@Nullable Group group) {
    return group == null ? null : new TargetGroupCode(group.system(), group.code(), group.since());
  }

  private static @Nullable ResponsibleActor actor(@Nullable Actor actor) {
    return actor == null ? null : ResponsibleActor.valueOf(actor.name());
  }

  private static Happening happening(YearEvent event) {
    LocalDate date = event.date();
    return switch (event.kind()) {
      case TARGET_GROUP_STARTED -> new Happening.TargetGroupStarted(date);
      case TARGET_GROUP_CHANGED -> new Happening.TargetGroupChanged(date);
      case TARGET_GROUP_ENDED -> new Happening.TargetGroupEnded(date);
      case CONVERSATION_HELD -> new Happening.ConversationHeld(date, type(event), form(event));
      case CONVERSATION_CANCELLED ->
          new Happening.ConversationCancelled(date, type(event), form(event));
      case COURSE_ENDED -> new Happening.CourseEnded(date);
      case CITIZEN_DIED -> new Happening.CitizenDied(date);
      case CITIZEN_MOVED -> new Happening.CitizenMoved(date, movedTo(event));
      case CITIZEN_EXEMPTED -> new Happening.CitizenExempted(date);
      case CPR_CHANGED -> new Happening.CprChanged(date);
      case CITIZEN_PROTECTED -> new Happening.CitizenProtected(date);
    };
  }

  private static int type(YearEvent event) {
    Integer type = event.conversationType();
    return type == null ? 0 : type;
  }

  private static ConversationForm form(YearEvent event) {
    return ConversationForm.valueOf(String.valueOf(event.form()));
  }

  private static @Nullable MunicipalityCode movedTo(YearEvent event) {
    String to = event.movedTo();
    return to == null ? null : new MunicipalityCode(to);
  }
}
