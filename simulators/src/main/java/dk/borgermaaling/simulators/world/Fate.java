package dk.borgermaaling.simulators.world;

import java.util.EnumSet;
import java.util.Set;

/**
 * What the story holds for a citizen. The number is how many in a town of 280 people; bigger and
 * smaller towns have more and fewer, at least one.
 */
enum Fate {
  /** Nothing happens. */
  QUIET(0),
  /** One conversation that triggers. */
  ASKED(0),
  /** A conversation that triggers nothing, then the course ends. */
  FINISHED(0),
  /** The course ends and the municipality has held no conversation in it. */
  FINISHED_UNSEEN(4),
  /** One conversation of a type that triggers nothing. */
  OTHER_CONVERSATION(0),

  OTHER_CONVERSATION_THEN_ASKED(6),
  /** Two triggers, the second while the invitation is open. */
  ASKED_TWICE(6),
  /** Three triggers: the second while the invitation is open, the third in quarantine. */
  ASKED_THREE_TIMES(4),
  /** Two triggers, the second after the invitation is closed. */
  ASKED_AGAIN_MUCH_LATER(4),
  /** Less than four weeks in the group at the conversation. */
  SHORT_IN_GROUP(5),
  /** The group changes, the next conversation is too early in the new one. */
  CHANGED_THEN_SHORT(4),
  ASKED_THEN_CHANGED(4),
  /** Comes into the group during the story; no conversation, or one too early. */
  JOINED(4),
  JOINED_THEN_SHORT(4),
  /** A conversation and its cancelling, told at once. */
  CANCELLED_AT_ONCE(4),
  /** A conversation whose cancelling is told after the first message has left. */
  CANCELLED_LATER(3),
  /** Likewise, then another conversation: a withdrawn invitation stands in nobody's way. */
  CANCELLED_LATER_THEN_ASKED(3),

  /** The group is not told with the conversation but was before. */
  GROUP_TOLD_BEFORE(8),
  /** The group is never told. */
  GROUP_NEVER_TOLD(4),
  /** The change of group was told, the conversation does not tell it. */
  CHANGE_TOLD_BEFORE(3),
  /** Two conversations of a course that others hold; who does is told with the first alone. */
  UNEMPLOYMENT_FUND(4),
  OTHER_ACTOR(3),
  /** A conversation told more than 30 days after it was held. */
  TOLD_TOO_LATE(4),
  DIED_BEFORE(4),
  MOVED_BEFORE(4),
  EXEMPTED_BEFORE(4),
  /** A trigger on a Friday and the death, move or exemption before Monday's message. */
  DIED_AFTER_PLAN(3),
  MOVED_AFTER_PLAN(3),
  EXEMPTED_AFTER_PLAN(3),
  /** Version 2 (another form) is told together with version 1, or after the first message. */
  CORRECTED_AT_ONCE(4),
  CORRECTED_LATER(4),
  /** The same event is handed over twice. */
  REPEATED(6),
  /** A target group code that no table knows: refused. */
  UNKNOWN_GROUP_CODE(3),
  /**
   * A conversation told two weeks late, then another: the invitation counts from the telling, so it
   * is still open.
   */
  TOLD_LATE_THEN_ASKED(4),
  /** As {@link #CORRECTED_LATER}, to a conversation of a type that triggers nothing. */
  CORRECTED_TO_OTHER_TYPE(3),
  /** A conversation on the day before the town's agreement begins, and one when it runs. */
  ASKED_BEFORE_AGREEMENT(6),
  /**
   * A conversation in each of two towns, the second after the invitation of the first is closed.
   */
  ASKED_IN_TWO_TOWNS(12),
  /** Likewise, the second while the invitation of the first is open. */
  ASKED_IN_TWO_TOWNS_AT_ONCE(4),

  /** For citizens under 18 and for those in a group that is not asked, whatever the number. */
  ASKED_AS_MINOR(0),
  ASKED_IN_OTHER_GROUP(0);

  private static final Set<Fate> NOT_INVITED =
      EnumSet.of(
          QUIET,
          FINISHED_UNSEEN,
          OTHER_CONVERSATION,
          SHORT_IN_GROUP,
          CHANGED_THEN_SHORT,
          JOINED,
          JOINED_THEN_SHORT,
          CANCELLED_AT_ONCE,
          GROUP_NEVER_TOLD,
          CHANGE_TOLD_BEFORE,
          UNEMPLOYMENT_FUND,
          OTHER_ACTOR,
          TOLD_TOO_LATE,
          DIED_BEFORE,
          MOVED_BEFORE,
          EXEMPTED_BEFORE,
          UNKNOWN_GROUP_CODE,
          ASKED_AS_MINOR,
          ASKED_IN_OTHER_GROUP);

  private static final Set<Fate> NOT_IN_MOMENTUM =
      EnumSet.of(
          CANCELLED_AT_ONCE,
          GROUP_TOLD_BEFORE,
          GROUP_NEVER_TOLD,
          CHANGE_TOLD_BEFORE,
          UNEMPLOYMENT_FUND,
          OTHER_ACTOR,
          DIED_BEFORE,
          MOVED_BEFORE,
          EXEMPTED_BEFORE,
          DIED_AFTER_PLAN,
          MOVED_AFTER_PLAN,
          EXEMPTED_AFTER_PLAN,
          CORRECTED_AT_ONCE,
          REPEATED,
          UNKNOWN_GROUP_CODE,
          ASKED_IN_TWO_TOWNS,
          ASKED_IN_TWO_TOWNS_AT_ONCE);

  private final int inTownOf280;

  Fate(int inTownOf280) {
    this.inTownOf280 = inTownOf280;
  }

  int count(int townPeople) {
    return inTownOf280 == 0 ? 0 : Math.max(1, Math.round(inTownOf280 * townPeople / 280f));
  }

  /** Whether it can happen to somebody who lives in this town. */
  boolean showsIn(Town town) {
    boolean agreesLater = town.firstAgreedDay() > 0;
    return switch (this) {
      case ASKED_BEFORE_AGREEMENT -> agreesLater;
      // held weeks before it is told, which here would be before the agreement
      case TOLD_LATE_THEN_ASKED -> !agreesLater;
      default -> town.source() != Town.Source.MOMENTUM || showsInMomentum();
    };
  }

  /**
   * Momentum's public interface tells neither deaths, moves, exemptions nor the responsible actor;
   * it shows the group of everybody who has one; and it has no events that could be superseded at
   * once or come twice.
   */
  private boolean showsInMomentum() {
    return !NOT_IN_MOMENTUM.contains(this);
  }

  /** Whether the citizen is meant to be invited at home, for filling the report's cells. */
  boolean invites() {
    return !NOT_INVITED.contains(this);
  }
}
