package dk.borgermaaling.gateway.selection;

import dk.borgermaaling.gateway.caseevent.Course;
import dk.borgermaaling.gateway.caseevent.TargetGroupCode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the case systems have told of a citizen in a municipality. Danish civil dates.
 *
 * @param group the last group that was told of, also after it ended
 * @param groupEnded last day in it, inclusive
 * @param diedOn told by any municipality
 * @param movedOn moved away from this municipality and not come back
 */
public record ProjectedCourse(
    @Nullable TargetGroupCode group,
    @Nullable LocalDate groupEnded,
    Course course,
    @Nullable LocalDate diedOn,
    @Nullable LocalDate movedOn,
    @Nullable LocalDate exemptedOn) {
  static final ProjectedCourse UNKNOWN =
      new ProjectedCourse(null, null, Course.UNKNOWN, null, null, null);

  ProjectedCourse withGroup(TargetGroupCode told) {
    return new ProjectedCourse(told, null, course, diedOn, movedOn, exemptedOn);
  }

  ProjectedCourse withGroupEnded(LocalDate last) {
    return new ProjectedCourse(group, last, course, diedOn, movedOn, exemptedOn);
  }

  ProjectedCourse withCourse(Course told) {
    return new ProjectedCourse(group, groupEnded, told, diedOn, movedOn, exemptedOn);
  }

  ProjectedCourse withDied(LocalDate date) {
    return new ProjectedCourse(group, groupEnded, course, date, movedOn, exemptedOn);
  }

  ProjectedCourse withMoved(@Nullable LocalDate date) {
    return new ProjectedCourse(group, groupEnded, course, diedOn, date, exemptedOn);
  }

  ProjectedCourse withExempted(LocalDate date) {
    return new ProjectedCourse(group, groupEnded, course, diedOn, movedOn, date);
  }
}
