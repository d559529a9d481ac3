package dk.borgermaaling.liberty.model;

import dk.borgermaaling.gateway.caseevent.CaseEvent;
import dk.borgermaaling.gateway.caseevent.Course;
import dk.borgermaaling.gateway.caseevent.EventSource;
import dk.borgermaaling.gateway.caseevent.Happening;
import dk.borgermaaling.gateway.caseevent.TargetGroupCode;
import dk.borgermaaling.gateway.kernel.CprNumber;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.kernel.Recipient;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The event that must reach the intake, in whatever words it was told. */
final class Canonical {
  private Canonical() {}

  static CaseEvent event(Told told) {
    String group = told.group();
    LocalDate since = told.since();
    return new CaseEvent(
        told.id(),
        told.source(),
        new MunicipalityCode(told.town()),
        told.entity(),
        told.version(),
        told.withdrawn(),
        told.at(),
        person(told.citizen()),
        group == null || since == null ? null : code(told.source(), group, since),
        new Course(told.courseStart(), actor(told.actor()), null),
        happening(told),
        told.formerly() == null ? null : person(told.formerly()));
  }

  /** A list tells codes without their system: that of one which no table knows stays untold. */
  private static TargetGroupCode code(EventSource source, String group, LocalDate since) {
    return source == EventSource.LIST && !Rules.isKnown(group)
        ? TargetGroupCode.untold(group, since)
        : new TargetGroupCode("LAB6", group, since);
  }

  private static Recipient person(String cpr) {
    return new Recipient.Person(new CprNumber(cpr));
  }

  private static Course.@Nullable ResponsibleActor actor(@Nullable String actor) {
    if (actor == null) {
      return null;
    }
    return actor.equals("AKASSE")
        ? Course.ResponsibleActor.UNEMPLOYMENT_FUND
        : Course.ResponsibleActor.MUNICIPALITY;
  }

  private static Happening happening(Told told) {
    LocalDate date = told.date();
    var form = Happening.ConversationForm.VIDEO;
    return switch (told.kind()) {
      case STARTED -> new Happening.TargetGroupStarted(date);
      case CHANGED -> new Happening.TargetGroupChanged(date);
      case ENDED -> new Happening.TargetGroupEnded(date);
      case HELD -> new Happening.ConversationHeld(date, told.type(), form);
      case CANCELLED -> new Happening.ConversationCancelled(date, told.type(), form);
      case COURSE_ENDED -> new Happening.CourseEnded(date);
      case DIED -> new Happening.CitizenDied(date);
      case MOVED -> new Happening.CitizenMoved(date, null);
      case CAME_HERE -> new Happening.CitizenMoved(date, new MunicipalityCode(told.town()));
      case EXEMPTED -> new Happening.CitizenExempted(date);
      case PROTECTED -> new Happening.CitizenProtected(date);
      case NEW_NUMBER -> new Happening.CprChanged(date);
    };
  }
}
