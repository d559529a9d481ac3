package dk.borgermaaling.simulators.year;

import dk.borgermaaling.simulators.world.StoryEvent.Actor;
import dk.borgermaaling.simulators.world.StoryEvent.Form;
import dk.borgermaaling.simulators.world.World;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that happens to somebody in the year, as the municipality's case system tells it.
 *
 * @param eventId the same again when the event is told twice
 * @param municipality code of four digits
 * @param entityId the conversation, the course or the citizen; stable over versions
 * @param withdrawn the case system takes the entity back
 * @param occurredAt business time
 * @param toldAt business time, never before {@code occurredAt}
 * @param cpr the number that the citizen has then
 * @param formerCpr the number before, when it changes
 * @param group null when the case system does not tell it
 * @param courseStart first day of the course; null when the case system does not tell it
 * @param actor who holds the conversations; null when the case system does not tell it
 * @param conversationType DFDG's InterviewTypeIdentifier, for conversations alone
 * @param movedTo municipality code, for moves alone; null for abroad
 */
public record YearEvent(
    UUID eventId,
    Source source,
    String municipality,
    UUID entityId,
    int version,
    boolean withdrawn,
    Instant occurredAt,
    Instant toldAt,
    Kind kind,
    String cpr,
    @Nullable String formerCpr,
    @Nullable Group group,
    @Nullable LocalDate courseStart,
    @Nullable Actor actor,
    @Nullable Integer conversationType,
    @Nullable Form form,
    @Nullable String movedTo) {

  /** The Danish civil date on which it happened. */
  public LocalDate date() {
    return LocalDate.ofInstant(occurredAt, World.DENMARK);
  }

  /** The same event, told another time. */
  YearEvent toldAgain(Instant at) {
    return new YearEvent(
        eventId,
        source,
        municipality,
        entityId,
        version,
        withdrawn,
        occurredAt,
        at,
        kind,
        cpr,
        formerCpr,
        group,
        courseStart,
        actor,
        conversationType,
        form,
        movedTo);
  }

  /** Which way the municipality's events come. */
  public enum Source {
    MOMENTUM,
    FASIT,
    LIST,
    BESKEDFORDELER
  }

  /** What happened. */
  public enum Kind {
    TARGET_GROUP_STARTED,
    TARGET_GROUP_CHANGED,
    TARGET_GROUP_ENDED,
    CONVERSATION_HELD,
    CONVERSATION_CANCELLED,
    COURSE_ENDED,
    CITIZEN_DIED,
    CITIZEN_MOVED,
    CITIZEN_EXEMPTED,
    CPR_CHANGED,
    CITIZEN_PROTECTED
  }

  /**
   * A target group as it is told.
   *
   * @param system LAB6, or LAB2 from a system that still has the codes of the act before 2020
   * @param since first day in it, inclusive
   */
  public record Group(String system, String code, LocalDate since) {}
}
