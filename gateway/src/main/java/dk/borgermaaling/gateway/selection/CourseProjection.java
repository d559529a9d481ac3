package dk.borgermaaling.gateway.selection;

import dk.borgermaaling.gateway.caseevent.Course;
import dk.borgermaaling.gateway.caseevent.Course.ResponsibleActor;
import dk.borgermaaling.gateway.caseevent.Happening;
import dk.borgermaaling.gateway.caseevent.StoredCaseEvent;
import dk.borgermaaling.gateway.caseevent.TargetGroupCode;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Folds the events of a citizen, in order, into what is known at one of them. What was taken back
 * or corrected counts no more: it is left out of the fold, so that nothing has to be undone.
 */
public final class CourseProjection {
  /**
   * Conversations that the unemployment fund holds without the municipality, by DFDG's
   * InterviewTypeIdentifier: 15 rådighedssamtale, 20 a-kasse forsøgssamtale.
   */
  private static final Set<Integer> FUND_ALONE = Set.of(15, 20);

  private CourseProjection() {}

  /**
   * What is known at an event.
   *
   * @param events all stored events of the citizen, in order, in all municipalities
   * @param at the event up to which, inclusive, is folded; besides, what was processed before
   *     counts, however late it happened
   */
  public static ProjectedCourse at(StoredCaseEvent at, List<StoredCaseEvent> events) {
    return fold(at.municipality(), events.stream().filter(event -> isKnown(event, at)).toList());
  }

  /**
   * What is known today of the end of a day.
   *
   * @param end first instant that does not count any more
   */
  public static ProjectedCourse before(
      Instant end, MunicipalityCode municipality, List<StoredCaseEvent> events) {
    return fold(
        municipality, events.stream().filter(event -> event.occurredAt().isBefore(end)).toList());
  }

  /** As {@link #at}, without what happened later, however early it was processed. */
  public static ProjectedCourse asItHappened(StoredCaseEvent at, List<StoredCaseEvent> events) {
    return fold(at.municipality(), events.stream().filter(event -> isUntil(event, at)).toList());
  }

  private static ProjectedCourse fold(MunicipalityCode municipality, List<StoredCaseEvent> known) {
    ProjectedCourse course = ProjectedCourse.UNKNOWN;
    for (StoredCaseEvent event : known) {
      if (counts(event, known)) {
        course = apply(course, event, municipality);
      }
    }
    return course;
  }

  private static boolean isKnown(StoredCaseEvent event, StoredCaseEvent at) {
    return event.processed() || isUntil(event, at);
  }

  private static boolean isUntil(StoredCaseEvent event, StoredCaseEvent at) {
    return StoredCaseEvent.IN_ORDER.compare(event, at) <= 0;
  }

  /**
   * Not taken back, and not corrected by a higher version that tells of the same kind of happening
   * or that it was no conversation after all.
   */
  private static boolean counts(StoredCaseEvent event, List<StoredCaseEvent> known) {
    return !event.withdrawn()
        && known.stream()
            .noneMatch(
                other ->
                    other.isOfTheSameEntityAs(event)
                        && other.version() > event.version()
                        && (other.withdrawn() || tellsAnew(other.happening(), event.happening())));
  }

  private static boolean tellsAnew(Happening higher, Happening lower) {
    return higher.getClass().equals(lower.getClass())
        || (lower instanceof Happening.ConversationHeld
            && higher instanceof Happening.ConversationCancelled);
  }

  private static ProjectedCourse apply(
      ProjectedCourse before, StoredCaseEvent event, MunicipalityCode municipality) {
    if (event.happening() instanceof Happening.CitizenDied died) {
      return before.withDied(died.date());
    }
    if (!event.municipality().equals(municipality)) {
      return before;
    }
    ProjectedCourse after = beginning(before, event);
    TargetGroupCode group = event.targetGroup();
    if (group != null) {
      after = after.withGroup(group);
    }
    after = after.withCourse(merged(after.course(), event.course()));
    Happening happening = event.happening();
    if (happening instanceof Happening.ConversationHeld held) {
      return isHeldByMunicipality(held, after) ? after.withConversation(held.date()) : after;
    }
    if (happening instanceof Happening.CourseEnded ended) {
      return after.withCourseEnded(ended.date());
    }
    if (happening instanceof Happening.TargetGroupEnded ended) {
      return after.withGroupEnded(ended.date());
    }
    return applyToCitizen(after, happening, municipality);
  }

  private static ProjectedCourse applyToCitizen(
      ProjectedCourse after, Happening happening, MunicipalityCode municipality) {
    if (happening instanceof Happening.CitizenMoved moved) {
      return municipality.equals(moved.to())
          ? after.withMoved(null)
          : after.withMoved(moved.date());
    }
    if (happening instanceof Happening.CitizenExempted exempted) {
      return after.withExempted(exempted.date());
    }
    if (happening instanceof Happening.CitizenProtected isProtected) {
      return after.withProtected(isProtected.date());
    }
    return happening instanceof Happening.TargetGroupStarted started
            && hasComeBack(after.movedOn(), started.date())
        ? after.withMoved(null)
        : after;
  }

  /** Another course has begun when it has another first day, or after the end of the last one. */
  private static ProjectedCourse beginning(ProjectedCourse before, StoredCaseEvent event) {
    LocalDate known = before.course().startDate();
    LocalDate told = event.course().startDate();
    boolean anotherFirstDay = known != null && told != null && !told.equals(known);
    boolean startsAgain =
        before.courseEndedOn() != null
            && (event.happening() instanceof Happening.TargetGroupStarted
                || event.happening() instanceof Happening.TargetGroupChanged);
    if (!anotherFirstDay && !startsAgain) {
      return before;
    }
    LocalDate talked = before.conversationOn();
    boolean inTheNew = told != null && talked != null && !talked.isBefore(told);
    return before.withCourseEnded(null).withConversation(inTheNew ? talked : null);
  }

  private static boolean isHeldByMunicipality(
      Happening.ConversationHeld held, ProjectedCourse course) {
    ResponsibleActor actor = course.course().responsibleActor();
    return !FUND_ALONE.contains(held.typeId())
        && (actor == null || actor == ResponsibleActor.MUNICIPALITY);
  }

  private static boolean hasComeBack(@Nullable LocalDate movedOn, LocalDate started) {
    return movedOn != null && !started.isBefore(movedOn);
  }

  /** What is not told stays as it was, unless another first day tells of another course. */
  private static Course merged(Course before, Course told) {
    if (before.startDate() != null
        && told.startDate() != null
        && !before.startDate().equals(told.startDate())) {
      return told;
    }
    return new Course(
        told.startDate() == null ? before.startDate() : told.startDate(),
        told.responsibleActor() == null ? before.responsibleActor() : told.responsibleActor(),
        told.organisationalUnit() == null
            ? before.organisationalUnit()
            : told.organisationalUnit());
  }
}
