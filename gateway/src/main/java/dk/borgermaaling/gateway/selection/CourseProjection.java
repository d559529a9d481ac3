package dk.borgermaaling.gateway.selection;

import dk.borgermaaling.gateway.caseevent.Course;
import dk.borgermaaling.gateway.caseevent.Happening;
import dk.borgermaaling.gateway.caseevent.StoredCaseEvent;
import dk.borgermaaling.gateway.caseevent.TargetGroupCode;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Folds the events of a citizen, in order, into what is known at one of them. What was taken back
 * or corrected counts no more: it is left out of the fold, so that nothing has to be undone.
 */
public final class CourseProjection {
  private CourseProjection() {}

  /**
   * What is known at an event.
   *
   * @param events all stored events of the citizen, in order, in all municipalities
   * @param at the event up to which, inclusive, is folded; besides, what was processed before
   *     counts, however late it happened
   */
  public static ProjectedCourse at(StoredCaseEvent at, List<StoredCaseEvent> events) {
    return fold(at, events.stream().filter(event -> isKnown(event, at)).toList());
  }

  /** As {@link #at}, without what happened later, however early it was processed. */
  public static ProjectedCourse asItHappened(StoredCaseEvent at, List<StoredCaseEvent> events) {
    return fold(at, events.stream().filter(event -> isUntil(event, at)).toList());
  }

  private static ProjectedCourse fold(StoredCaseEvent at, List<StoredCaseEvent> known) {
    ProjectedCourse course = ProjectedCourse.UNKNOWN;
    for (StoredCaseEvent event : known) {
      if (counts(event, known)) {
        course = apply(course, event, at.municipality());
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
   * Not taken back, and not corrected by a higher version that tells of the same kind of happening.
   */
  private static boolean counts(StoredCaseEvent event, List<StoredCaseEvent> known) {
    return !event.withdrawn()
        && known.stream()
            .noneMatch(
                other ->
                    other.isOfTheSameEntityAs(event)
                        && other.version() > event.version()
                        && (other.withdrawn()
                            || other.happening().getClass().equals(event.happening().getClass())));
  }

  private static ProjectedCourse apply(
      ProjectedCourse before, StoredCaseEvent event, MunicipalityCode municipality) {
    if (event.happening() instanceof Happening.CitizenDied died) {
      return before.withDied(died.date());
    }
    if (!event.municipality().equals(municipality)) {
      return before;
    }
    ProjectedCourse after = before;
    TargetGroupCode group = event.targetGroup();
    if (group != null) {
      after = after.withGroup(group);
    }
    after = after.withCourse(merged(after.course(), event.course()));
    Happening happening = event.happening();
    if (happening instanceof Happening.TargetGroupEnded ended) {
      return after.withGroupEnded(ended.date());
    }
    if (happening instanceof Happening.CitizenMoved moved) {
      return municipality.equals(moved.to())
          ? after.withMoved(null)
          : after.withMoved(moved.date());
    }
    if (happening instanceof Happening.CitizenExempted exempted) {
      return after.withExempted(exempted.date());
    }
    return happening instanceof Happening.TargetGroupStarted started
            && hasComeBack(after.movedOn(), started.date())
        ? after.withMoved(null)
        : after;
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
