package dk.borgermaaling.simulators.world;

import dk.borgermaaling.simulators.world.StoryEvent.Actor;
import dk.borgermaaling.simulators.world.StoryEvent.Group;
import dk.borgermaaling.simulators.world.StoryEvent.Kind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Turns one citizen's fate into events. Days are counted from the story's first Monday; days 5, 6,
 * 12 and 13 are weekends, on which no conversation is held. The last invitation at home starts on
 * day 11, so that its reminder leaves on day 21; the last in another town on day 17, with its
 * reminder on day 25. See {@link Story} for the distances kept.
 */
final class Chronicle {
  private static final int LAST_ASKED = 11;
  private static final int LAST_ANYTHING = 15;
  private static final int CLOSED_AGAIN = 16;
  private static final int LAST_HELD = 17;
  private static final int NOON = 12 * 60;

  private final Citizen citizen;
  private final boolean momentum;
  private final String code;
  private final Group group;
  private final @Nullable Group told;
  private final Dice dice;
  private final World world;

  /** First day on which what happens in the town is asked about. */
  private final int agreed;

  Chronicle(World world, Citizen citizen) {
    this.world = world;
    this.citizen = citizen;
    this.momentum = citizen.town().source() == Town.Source.MOMENTUM;
    this.code = citizen.person().targetGroup();
    this.group = new Group(code, citizen.inGroupSince());
    this.told = withConversation(group);
    this.dice = new Dice(world.seed(), "life of " + citizen.id());
    this.agreed = citizen.town().firstAgreedDay();
  }

  void write(Fate fate, List<StoryEvent> page) {
    Pen pen = new Pen(world, citizen, dice, page);
    int day = workday(agreed, 4);
    int later = workday(day + 5, day + 9);
    switch (fate) {
      case QUIET -> known(pen, group);
      case ASKED, ASKED_AS_MINOR, ASKED_IN_OTHER_GROUP -> asked(pen, workday(agreed, LAST_ASKED));
      case FINISHED -> {
        known(pen, group);
        pen.held(pen.at(day), ownType(), told);
        pen.courseEnded(pen.at(later), group);
      }
      case FINISHED_UNSEEN -> {
        known(pen, group);
        pen.courseEnded(pen.at(workday(agreed, LAST_ASKED)), group);
      }
      case OTHER_CONVERSATION -> {
        known(pen, group);
        pen.held(pen.at(workday(agreed, LAST_ANYTHING)), otherType(), told);
      }
      case OTHER_CONVERSATION_THEN_ASKED -> {
        known(pen, group);
        pen.held(pen.at(day), otherType(), told);
        pen.held(pen.at(later), type(code), told);
      }
      case ASKED_TWICE -> asked(pen, day, later);
      case ASKED_THREE_TIMES -> asked(pen, agreed, dice.between(7, 8), closedAgain());
      case ASKED_AGAIN_MUCH_LATER -> asked(pen, agreed, closedAgain());
      case SHORT_IN_GROUP -> shortInGroup(pen, workday(agreed, LAST_ANYTHING));
      case CHANGED_THEN_SHORT -> changedThenShort(pen, day, later, true);
      case CHANGE_TOLD_BEFORE -> changedThenShort(pen, day, later, false);
      case ASKED_THEN_CHANGED -> {
        asked(pen, day);
        change(pen, later);
      }
      case JOINED -> join(pen, workday(agreed, LAST_ASKED));
      case JOINED_THEN_SHORT -> {
        Group joined = join(pen, day);
        pen.held(pen.at(later), type(code), withConversation(joined));
      }
      case CANCELLED_AT_ONCE -> cancelledAtOnce(pen, workday(agreed, LAST_ASKED));
      case CANCELLED_LATER -> cancelledLater(pen, dice.pick(List.of(1, 2, 3, 8, 9, 10)));
      case CANCELLED_LATER_THEN_ASKED -> {
        cancelledLater(pen, 1);
        pen.held(pen.at(LAST_ASKED, 14 * 60 + 45), type(code), told);
      }
      case GROUP_TOLD_BEFORE -> {
        start(pen, group, pen.at(dice.between(agreed, 1)));
        pen.held(pen.at(workday(6, LAST_ASKED)), type(code), null);
      }
      case GROUP_NEVER_TOLD -> pen.held(pen.at(workday(agreed, LAST_ASKED)), type(code), null);
      case UNEMPLOYMENT_FUND -> heldBy(pen, Actor.UNEMPLOYMENT_FUND, day, later);
      case OTHER_ACTOR -> heldBy(pen, Actor.OTHER_ACTOR, day, later);
      case TOLD_TOO_LATE -> {
        known(pen, group);
        Instant held = pen.at(day - 7 * dice.between(5, 6));
        pen.held(held, pen.at(day), type(code), told, null);
      }
      case DIED_BEFORE -> {
        citizenEvent(pen, pen.at(day), Kind.CITIZEN_DIED);
        pen.courseEnded(pen.at(later), group);
      }
      case MOVED_BEFORE -> {
        citizenEvent(pen, pen.at(day), Kind.CITIZEN_MOVED);
        pen.held(pen.at(later), type(code), told);
      }
      case EXEMPTED_BEFORE -> {
        citizenEvent(pen, pen.at(day), Kind.CITIZEN_EXEMPTED);
        pen.held(pen.at(later), type(code), told);
      }
      case DIED_AFTER_PLAN -> afterPlan(pen, Kind.CITIZEN_DIED);
      case MOVED_AFTER_PLAN -> afterPlan(pen, Kind.CITIZEN_MOVED);
      case EXEMPTED_AFTER_PLAN -> afterPlan(pen, Kind.CITIZEN_EXEMPTED);
      case CORRECTED_AT_ONCE -> {
        StoryEvent first = pen.held(pen.at(workday(agreed, LAST_ASKED)), type(code), told);
        pen.correct(first, first.toldAt(), Kind.CONVERSATION_HELD, false);
      }
      case CORRECTED_LATER -> {
        known(pen, group);
        int held = dice.pick(List.of(1, 2, 3, 8, 9, 10));
        StoryEvent first = pen.held(pen.at(held), type(code), told);
        pen.correct(first, pen.at(held + 6), Kind.CONVERSATION_HELD, false);
      }
      case CORRECTED_TO_OTHER_TYPE -> {
        known(pen, group);
        int held = dice.pick(List.of(1, 2, 3, 8, 9, 10));
        StoryEvent first = pen.held(pen.at(held), type(code), told);
        pen.correctType(first, pen.at(held + 6, 9 * 60 + dice.between(15, 59)), otherType());
      }
      case REPEATED -> {
        int held = workday(agreed, 8);
        pen.repeat(pen.held(pen.at(held), type(code), told), pen.at(workday(held + 1, held + 4)));
      }
      case TOLD_LATE_THEN_ASKED -> {
        known(pen, group);
        pen.held(pen.at(day - 14), pen.at(day), type(code), told, null);
        pen.held(pen.at(later), type(code), told);
      }
      case UNKNOWN_GROUP_CODE -> {
        Group unknown = new Group(TargetGroups.UNKNOWN_CODE, citizen.inGroupSince());
        pen.held(pen.at(workday(agreed, LAST_ASKED)), type(code), unknown);
      }
      case ASKED_BEFORE_AGREEMENT -> askedBeforeAgreement(pen, workday(agreed + 5, agreed + 9));
      case ASKED_IN_TWO_TOWNS -> {
        asked(pen, agreed);
        askedInOtherTown(page, closedAgain());
      }
      case ASKED_IN_TWO_TOWNS_AT_ONCE -> {
        asked(pen, day);
        askedInOtherTown(page, later);
      }
    }
  }

  private void asked(Pen pen, int... days) {
    known(pen, group);
    IntStream.of(days).forEach(d -> pen.held(pen.at(d), type(code), told));
  }

  /** Held on the last day without an agreement; nothing is told before it runs. */
  private void askedBeforeAgreement(Pen pen, int later) {
    pen.held(pen.at(agreed - 1), pen.soon(pen.at(agreed)), type(code), told, null);
    pen.held(pen.at(later), type(code), told);
  }

  /** By another case system, which knows nothing of the first. */
  private void askedInOtherTown(List<StoryEvent> page, int day) {
    Town other = citizen.town() == Town.AARHUS ? Town.SILKEBORG : Town.ODENSE;
    Chronicle there = new Chronicle(world, citizen.in(other));
    there.asked(new Pen(world, there.citizen, there.dice, page), day);
  }

  /** A day on which an invitation of the first agreed day is closed, whatever was down. */
  private int closedAgain() {
    return dice.between(CLOSED_AGAIN + agreed, LAST_HELD);
  }

  private void shortInGroup(Pen pen, int day) {
    Group recent = new Group(code, pen.date(day).minusDays(dice.between(6, 20)));
    if (momentum && recent.since().isAfter(world.start())) {
      start(pen, recent, instant(recent.since()));
    } else {
      known(pen, recent);
    }
    pen.held(pen.at(day), type(code), withConversation(recent));
  }

  private void changedThenShort(Pen pen, int day, int later, boolean tell) {
    known(pen, group);
    Group changed = change(pen, day);
    pen.held(pen.at(later), type(changed.code()), tell ? withConversation(changed) : null);
  }

  private Group change(Pen pen, int day) {
    Group changed = new Group(TargetGroups.next(code), pen.date(day));
    Instant at = pen.at(day);
    pen.citizen(at, pen.soon(at), Kind.TARGET_GROUP_CHANGED, changed, StoryEvent.Details.NONE);
    return changed;
  }

  private Group join(Pen pen, int day) {
    return enter(pen, day, code, Kind.TARGET_GROUP_STARTED);
  }

  /** From that day; Momentum knows the day alone, the others the minute. */
  private Group enter(Pen pen, int day, String into, Kind kind) {
    Group entered = new Group(into, pen.date(day));
    Instant at = pen.at(day);
    Instant occurredAt = momentum ? instant(entered.since()) : at;
    pen.citizen(occurredAt, pen.soon(at), kind, entered, StoryEvent.Details.NONE);
    return entered;
  }

  /** Momentum's tasks do not tell the group; whoever reads them knows it from the search. */
  private @Nullable Group withConversation(Group current) {
    return momentum ? null : current;
  }

  private void cancelledAtOnce(Pen pen, int day) {
    known(pen, group);
    StoryEvent first = pen.held(pen.at(day), type(code), told);
    boolean withdrawn = !momentum && dice.percent(50);
    pen.correct(
        first,
        first.toldAt(),
        withdrawn ? Kind.CONVERSATION_HELD : Kind.CONVERSATION_CANCELLED,
        withdrawn);
  }

  private void cancelledLater(Pen pen, int day) {
    known(pen, group);
    StoryEvent first = pen.held(pen.at(day), type(code), told);
    boolean withdrawn = !momentum && dice.percent(50);
    pen.correct(
        first,
        pen.at(day + 6, 9 * 60 + dice.between(15, 59)),
        withdrawn ? Kind.CONVERSATION_HELD : Kind.CONVERSATION_CANCELLED,
        withdrawn);
  }

  private void heldBy(Pen pen, Actor actor, int day, int later) {
    Instant at = pen.at(day);
    pen.held(at, pen.soon(at), type(code), told, actor);
    Instant again = pen.at(later);
    pen.held(again, pen.soon(again), type(code), told, null);
  }

  private void afterPlan(Pen pen, Kind kind) {
    int friday = dice.pick(List.of(4, 11));
    pen.held(pen.at(friday), type(code), told);
    citizenEvent(pen, pen.at(friday + 1, NOON - dice.between(0, 90)), kind);
  }

  private void citizenEvent(Pen pen, Instant at, Kind kind) {
    var details =
        kind == Kind.CITIZEN_MOVED ? StoryEvent.Details.moved("0101") : StoryEvent.Details.NONE;
    pen.citizen(at, pen.soon(at), kind, null, details);
  }

  /** Momentum shows everybody who is in a group from the first look on; the others tell nothing. */
  private void known(Pen pen, Group shown) {
    if (momentum) {
      start(pen, shown, instant(world.start()));
    }
  }

  private static void start(Pen pen, Group shown, Instant toldAt) {
    pen.citizen(
        instant(shown.since()), toldAt, Kind.TARGET_GROUP_STARTED, shown, StoryEvent.Details.NONE);
  }

  private static Instant instant(LocalDate day) {
    return day.atStartOfDay(World.DENMARK).toInstant();
  }

  private int type(String groupCode) {
    return dice.pick(TargetGroups.triggeringTypes(groupCode));
  }

  /** One that triggers nothing, and that the unemployment fund does not hold without the town. */
  private int ownType() {
    return dice.pick(
        TargetGroups.otherTypes(code).stream()
            .filter(type -> !TargetGroups.FUND_ALONE.contains(type))
            .toList());
  }

  private int otherType() {
    return dice.pick(TargetGroups.otherTypes(code));
  }

  /** A day from Monday to Friday, both ends inclusive; there must be one. */
  private int workday(int first, int last) {
    return dice.pick(IntStream.rangeClosed(first, last).filter(d -> d % 7 < 5).boxed().toList());
  }
}
