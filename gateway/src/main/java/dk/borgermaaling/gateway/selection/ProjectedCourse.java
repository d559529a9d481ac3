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
 * @param conversationOn the last conversation that the municipality itself held in this course
 * @param courseEndedOn last day of the course, inclusive; absent again once another has begun
 * @param diedOn told by any municipality
 * @param movedOn moved away from this municipality and not come back
 */
public record ProjectedCourse(
    @Nullable TargetGroupCode group,
    @Nullable LocalDate groupEnded,
    Course course,
    @Nullable LocalDate conversationOn,
    @Nullable LocalDate courseEndedOn,
    @Nullable LocalDate diedOn,
    @Nullable LocalDate movedOn,
    @Nullable LocalDate exemptedOn,
    @Nullable LocalDate protectedOn) {
  static final ProjectedCourse UNKNOWN =
      new ProjectedCourse(null, null, Course.UNKNOWN, null, null, null, null, null, null);

  ProjectedCourse withGroup(TargetGroupCode told) {
    return new ProjectedCourse(
        told,
        null,
        course,
        conversationOn,
        courseEndedOn,
        diedOn,
        movedOn,
        exemptedOn,
        protectedOn);
  }

  ProjectedCourse withGroupEnded(LocalDate last) {
    return new ProjectedCourse(
        group,
        last,
        course,
        conversationOn,
        courseEndedOn,
        diedOn,
        movedOn,
        exemptedOn,
        protectedOn);
  }

  ProjectedCourse withCourse(Course told) {
    return new ProjectedCourse(
        group,
        groupEnded,
        told,
        conversationOn,
        courseEndedOn,
        diedOn,
        movedOn,
        exemptedOn,
        protectedOn);
  }

  ProjectedCourse withConversation(@Nullable LocalDate date) {
    return new ProjectedCourse(
        group, groupEnded, course, date, courseEndedOn, diedOn, movedOn, exemptedOn, protectedOn);
  }

  ProjectedCourse withCourseEnded(@Nullable LocalDate last) {
    return new ProjectedCourse(
        group, groupEnded, course, conversationOn, last, diedOn, movedOn, exemptedOn, protectedOn);
  }

  ProjectedCourse withDied(LocalDate date) {
    return new ProjectedCourse(
        group,
        groupEnded,
        course,
        conversationOn,
        courseEndedOn,
        date,
        movedOn,
        exemptedOn,
        protectedOn);
  }

  ProjectedCourse withMoved(@Nullable LocalDate date) {
    return new ProjectedCourse(
        group,
        groupEnded,
        course,
        conversationOn,
        courseEndedOn,
        diedOn,
        date,
        exemptedOn,
        protectedOn);
  }

  ProjectedCourse withExempted(LocalDate date) {
    return new ProjectedCourse(
        group,
        groupEnded,
        course,
        conversationOn,
        courseEndedOn,
        diedOn,
        movedOn,
        date,
        protectedOn);
  }

  ProjectedCourse withProtected(LocalDate date) {
    return new ProjectedCourse(
        group,
        groupEnded,
        course,
        conversationOn,
        courseEndedOn,
        diedOn,
        movedOn,
        exemptedOn,
        date);
  }
}
