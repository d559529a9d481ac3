package dk.borgermaaling.simulators.world;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that happens in the story, as the town's case system knows it.
 *
 * @param eventId the pusher's id of the event; a duplicate has the id of what it repeats. The
 *     gateway makes its own ids for what it polls from Momentum
 * @param citizen empty when the recipient is a company
 * @param companyCvr only when the recipient is a company
 * @param entityId the conversation, the course or the citizen; stable over versions
 * @param withdrawn the case system takes the entity back
 * @param occurredAt business time at which it happened; its Danish date is the happening's date
 * @param toldAt business time from which the case system tells it, never before {@code occurredAt}
 * @param group what the case system tells of the target group; null when it does not
 * @param details what only some kinds have
 */
public record StoryEvent(
    UUID eventId,
    Town town,
    Optional<Citizen> citizen,
    @Nullable String companyCvr,
    UUID entityId,
    int version,
    boolean withdrawn,
    Instant occurredAt,
    Instant toldAt,
    Kind kind,
    @Nullable Group group,
    Details details) {

  /** The Danish civil date on which it happened. */
  public LocalDate date() {
    return LocalDate.ofInstant(occurredAt, World.DENMARK);
  }

  /** CPR number or CVR number, whichever the recipient has. */
  public String recipient() {
    return citizen.map(c -> c.person().cpr()).orElseGet(() -> String.valueOf(companyCvr));
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
    CITIZEN_EXEMPTED
  }

  /**
   * A target group as it is told.
   *
   * @param code LAB section 6, for example 6.6
   * @param since first day in it, inclusive
   */
  public record Group(String code, LocalDate since) {}

  /** How a conversation was held. */
  public enum Form {
    IN_PERSON,
    TELEPHONE,
    VIDEO,
    LETTER
  }

  /** Who is responsible for the course. */
  public enum Actor {
    MUNICIPALITY,
    UNEMPLOYMENT_FUND,
    OTHER_ACTOR
  }

  /**
   * What only some kinds have.
   *
   * @param conversationType DFDG's InterviewTypeIdentifier, for conversations alone
   * @param responsibleActor null when the case system does not tell it
   * @param movedTo municipality code, for moves alone; null for abroad
   */
  public record Details(
      @Nullable Integer conversationType,
      @Nullable Form form,
      @Nullable LocalDate courseStart,
      @Nullable Actor responsibleActor,
      @Nullable UUID organisationalUnit,
      @Nullable String movedTo) {
    static final Details NONE = new Details(null, null, null, null, null, null);

    static Details moved(String to) {
      return new Details(null, null, null, null, null, to);
    }
  }
}
