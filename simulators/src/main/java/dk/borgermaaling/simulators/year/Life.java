package dk.borgermaaling.simulators.year;

import dk.borgermaaling.simulators.world.StoryEvent.Actor;
import dk.borgermaaling.simulators.world.StoryEvent.Form;
import dk.borgermaaling.simulators.world.TargetGroups;
import dk.borgermaaling.simulators.year.YearEvent.Kind;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One person's course (forløb) from the first day in a target group to the last, written down by a
 * {@link Pen}: the same for the same seed and number. Days are counted from the first of the year.
 */
final class Life {
  private static final int SHORTEST_GAP = 14;
  private static final int LONGEST_GAP = 56;

  /** Since 2024 the unemployment fund has the first months of dagpenge alone. Days. */
  private static final int WITH_THE_FUND = 90;

  private static final int NEVER = Integer.MAX_VALUE;
  private static final List<Form> FORMS = List.of(Form.values());

  private final Inhabitants inhabitants;
  private final Chance chance;
  private final Pen pen;
  private final boolean otherActor;
  private final boolean unknownCode;
  private String code;
  private int first;
  private int groupSince;
  private int told;
  private Town town;
  private UUID citizen;

  private Life(Inhabitants inhabitants, Chance chance, Pen pen, String code, Town town, int first) {
    this.inhabitants = inhabitants;
    this.chance = chance;
    this.pen = pen;
    this.code = code;
    this.town = town;
    this.first = first;
    this.groupSince = first;
    this.citizen = chance.uuid();
    this.otherActor = chance.falls(Odds.WITH_OTHER_ACTOR);
    this.unknownCode = chance.falls(Odds.UNKNOWN_CODE);
  }

  /**
   * Everything that is told of a person, in the order of telling.
   *
   * @param first day of the course, inclusive
   */
  static List<YearEvent> of(
      Chance chance, Calendar calendar, Inhabitants inhabitants, int person, int first) {
    Groups group = Groups.draw(chance);
    Pen pen = new Pen(chance, calendar, person, group.age(chance));
    Town town = Town.of(inhabitants.draw(chance));
    Life life = new Life(inhabitants, chance, pen, group.code(), town, first);
    life.live(first + group.days(chance));
    return pen.written().stream().sorted(Comparator.comparing(YearEvent::toldAt)).toList();
  }

  private void live(int last) {
    int span = last - first;
    int changes = sometime(Odds.CHANGES_GROUP, span);
    int moves = sometime(Odds.MOVES, span);
    int dies = sometime(Odds.DIES, span);
    note(sometime(Odds.EXEMPTED, span), Kind.CITIZEN_EXEMPTED);
    note(sometime(Odds.PROTECTED, span), Kind.CITIZEN_PROTECTED);
    int otherNumber = sometime(Odds.CHANGES_NUMBER, span);
    if (otherNumber != NEVER) {
      pen.changeNumber(town.code(), otherNumber);
    }
    begin(Kind.TARGET_GROUP_STARTED, first);
    int day = first;
    while (true) {
      day = Math.min(day + chance.between(SHORTEST_GAP, LONGEST_GAP), last);
      if (day >= changes) {
        changes = change(day);
      }
      if (day >= dies) {
        note(day, Kind.CITIZEN_DIED);
        end(day);
        return;
      }
      if (day >= moves) {
        moves = NEVER;
        if (!move(day)) {
          return;
        }
      }
      if (day == last) {
        end(day);
        return;
      }
      converse(day);
    }
  }

  private int sometime(int odds, int span) {
    int day = first + chance.between(1, span);
    return chance.falls(odds) ? day : NEVER;
  }

  private void note(int day, Kind kind) {
    if (day != NEVER) {
      pen.citizen(town.code(), day, kind, null);
    }
  }

  /** Whoever tells the group with every conversation tells its beginning only now and then. */
  private void begin(Kind kind, int day) {
    groupSince = day;
    if (!town.tellsGroupWithConversations() || chance.falls(Odds.GROUP_TOLD)) {
      pen.group(town, citizen, ++told, day, kind, group());
    }
  }

  private int change(int day) {
    code = TargetGroups.next(code);
    begin(Kind.TARGET_GROUP_CHANGED, day);
    return NEVER;
  }

  private boolean move(int day) {
    Town to = Town.of(inhabitants.draw(chance));
    boolean abroad = chance.falls(Odds.ABROAD);
    boolean elsewhere = !abroad && !to.equals(town);
    pen.citizen(town.code(), day, Kind.CITIZEN_MOVED, elsewhere ? to.code() : null);
    end(day);
    if (!elsewhere || !chance.falls(Odds.GOES_ON_ELSEWHERE)) {
      return false;
    }
    town = to;
    citizen = chance.uuid();
    told = 0;
    first = day + 1;
    begin(Kind.TARGET_GROUP_STARTED, first);
    return true;
  }

  private void end(int day) {
    if (!town.tellsGroupWithConversations() || chance.falls(Odds.GROUP_TOLD)) {
      pen.group(town, citizen, ++told, day, Kind.TARGET_GROUP_ENDED, group());
    }
    pen.courseEnded(town, chance.uuid(), day, first, group());
  }

  private void converse(int day) {
    boolean triggers = chance.falls(Odds.TRIGGERS);
    int type =
        chance.pick(triggers ? TargetGroups.triggeringTypes(code) : TargetGroups.otherTypes(code));
    Form form = chance.pick(FORMS);
    boolean tells = town.tellsGroupWithConversations();
    YearEvent held =
        pen.held(town, day, type, form, tells ? group() : null, first, tells ? actor(day) : null);
    if (chance.falls(Odds.WITHDRAWN)) {
      pen.correct(held, type, form, Kind.CONVERSATION_HELD, true);
    } else if (chance.falls(Odds.CANCELLED)) {
      pen.correct(held, type, form, Kind.CONVERSATION_CANCELLED, false);
    } else if (chance.falls(Odds.CORRECTED)) {
      int other =
          chance.falls(Odds.TYPE_CORRECTED) ? chance.pick(TargetGroups.otherTypes(code)) : type;
      pen.correct(held, other, chance.pick(FORMS), Kind.CONVERSATION_HELD, false);
    }
  }

  private YearEvent.Group group() {
    return unknownCode
        ? new YearEvent.Group("LAB6", TargetGroups.UNKNOWN_CODE, pen.date(groupSince))
        : town.group(code, pen.date(groupSince));
  }

  private @Nullable Actor actor(int day) {
    if (otherActor) {
      return Actor.OTHER_ACTOR;
    }
    boolean fund = "6.1".equals(code) && day < first + WITH_THE_FUND;
    return fund ? Actor.UNEMPLOYMENT_FUND : Actor.MUNICIPALITY;
  }
}
