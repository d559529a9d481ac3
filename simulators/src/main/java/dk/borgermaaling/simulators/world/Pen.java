package dk.borgermaaling.simulators.world;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes single events of one citizen: ids, versions, times, and what goes with each kind. */
final class Pen {
  private static final List<StoryEvent.Form> FORMS =
      List.of(
          StoryEvent.Form.IN_PERSON,
          StoryEvent.Form.IN_PERSON,
          StoryEvent.Form.TELEPHONE,
          StoryEvent.Form.VIDEO);

  private final World world;
  private final Citizen citizen;
  private final Dice dice;
  private final List<StoryEvent> page;
  private final Map<UUID, Integer> versions = new HashMap<>();
  private int conversations;

  Pen(World world, Citizen citizen, Dice dice, List<StoryEvent> page) {
    this.world = world;
    this.citizen = citizen;
    this.dice = dice;
    this.page = page;
  }

  /** A time of the working day, 09:15 to 14:30 Danish time; {@code day} 0 is the story's first. */
  Instant at(int day) {
    return at(day, dice.between(9 * 60 + 15, 14 * 60 + 30));
  }

  Instant at(int day, int minuteOfDay) {
    return world
        .start()
        .plusDays(day)
        .atStartOfDay(World.DENMARK)
        .toInstant()
        .plus(Duration.ofMinutes(minuteOfDay));
  }

  LocalDate date(int day) {
    return world.start().plusDays(day);
  }

  /** A new conversation. */
  StoryEvent held(Instant occurredAt, int type, StoryEvent.@Nullable Group group) {
    return held(occurredAt, soon(occurredAt), type, group, actor());
  }

  StoryEvent held(
      Instant occurredAt,
      Instant toldAt,
      int type,
      StoryEvent.@Nullable Group group,
      StoryEvent.@Nullable Actor actor) {
    UUID entity =
        Dice.uuid(world.seed(), "conversation " + ++conversations + " of " + citizen.id());
    var details =
        new StoryEvent.Details(type, dice.pick(FORMS), citizen.inGroupSince(), actor, unit(), null);
    return write(
        entity, false, occurredAt, toldAt, StoryEvent.Kind.CONVERSATION_HELD, group, details);
  }

  /** Version 2 of a conversation, told at {@code toldAt}. */
  StoryEvent correct(StoryEvent first, Instant toldAt, StoryEvent.Kind kind, boolean withdrawn) {
    var old = first.details();
    var form =
        old.form() == StoryEvent.Form.TELEPHONE ? StoryEvent.Form.VIDEO : StoryEvent.Form.TELEPHONE;
    var details =
        new StoryEvent.Details(
            old.conversationType(),
            withdrawn || kind == StoryEvent.Kind.CONVERSATION_CANCELLED ? old.form() : form,
            old.courseStart(),
            old.responsibleActor(),
            old.organisationalUnit(),
            null);
    return write(
        first.entityId(), withdrawn, first.occurredAt(), toldAt, kind, first.group(), details);
  }

  /** Version 2 of a conversation: it was of another type. */
  StoryEvent correctType(StoryEvent first, Instant toldAt, int type) {
    var old = first.details();
    var details =
        new StoryEvent.Details(
            type,
            old.form(),
            old.courseStart(),
            old.responsibleActor(),
            old.organisationalUnit(),
            null);
    return write(
        first.entityId(),
        false,
        first.occurredAt(),
        toldAt,
        StoryEvent.Kind.CONVERSATION_HELD,
        first.group(),
        details);
  }

  /** In Momentum that is the citizen's leaving every search, the others know the course. */
  void courseEnded(Instant occurredAt, StoryEvent.@Nullable Group group) {
    boolean polled = citizen.town().source() == Town.Source.MOMENTUM;
    var details = new StoryEvent.Details(null, null, citizen.inGroupSince(), actor(), unit(), null);
    write(
        polled ? citizen.id() : citizen.courseId(),
        false,
        occurredAt,
        soon(occurredAt),
        StoryEvent.Kind.COURSE_ENDED,
        group,
        details);
  }

  /** Something about the citizen: group, death, exemption. */
  void citizen(
      Instant occurredAt,
      Instant toldAt,
      StoryEvent.Kind kind,
      StoryEvent.@Nullable Group group,
      StoryEvent.Details details) {
    write(citizen.id(), false, occurredAt, toldAt, kind, group, details);
  }

  /** The same event once more, id and all. */
  void repeat(StoryEvent event, Instant toldAt) {
    page.add(
        new StoryEvent(
            event.eventId(),
            event.town(),
            event.citizen(),
            null,
            event.entityId(),
            event.version(),
            event.withdrawn(),
            event.occurredAt(),
            toldAt,
            event.kind(),
            event.group(),
            event.details()));
  }

  /** When a case system tells what happened now: 5 to 40 minutes later. */
  Instant soon(Instant occurredAt) {
    return occurredAt.plus(Duration.ofMinutes(dice.between(5, 40)));
  }

  private StoryEvent write(
      UUID entity,
      boolean withdrawn,
      Instant occurredAt,
      Instant toldAt,
      StoryEvent.Kind kind,
      StoryEvent.@Nullable Group group,
      StoryEvent.Details details) {
    int version = versions.merge(entity, 1, Integer::sum);
    UUID id = Dice.uuid(world.seed(), "event " + entity + "/" + version);
    StoryEvent event =
        new StoryEvent(
            id,
            citizen.town(),
            Optional.of(citizen),
            null,
            entity,
            version,
            withdrawn,
            occurredAt,
            toldAt,
            kind,
            group,
            details);
    page.add(event);
    return event;
  }

  private StoryEvent.@Nullable Actor actor() {
    boolean told = citizen.town().source() != Town.Source.MOMENTUM && dice.percent(50);
    return told ? StoryEvent.Actor.MUNICIPALITY : null;
  }

  private UUID unit() {
    return Dice.uuid(world.seed(), "jobcentre of " + citizen.town());
  }
}
