package dk.borgermaaling.gateway.selection;

/**
 * Why an event leads to no invitation, in the order in which the rules are asked: the first that
 * holds is stored.
 */
public enum StopReason {
  /** What happened never leads to an invitation, or not in the citizen's group. */
  NOT_A_TRIGGER,
  /** The case system has taken it back, or has sent a higher version. */
  WITHDRAWN,
  /** It came more than 30 days after it happened. */
  TOO_LATE,
  /** The municipality had no service agreement (serviceaftale) on the day it happened. */
  NO_AGREEMENT,
  RECIPIENT_IS_COMPANY,
  CITIZEN_DEAD,
  CITIZEN_MOVED,
  CITIZEN_EXEMPT,
  /** The municipality has told that the citizen is not to be asked (fravalg). */
  CITIZEN_OPTED_OUT,
  /** A replacement number (erstatningspersonnummer), which Digital Post cannot reach. */
  REPLACEMENT_CPR,
  UNDER_18,
  /** Nothing tells the target group, or the table does not know its code. */
  GROUP_UNKNOWN,
  GROUP_NOT_SURVEYED,
  /**
   * The unemployment fund or another actor holds the course: as the event tells, else as was last
   * told of the course.
   */
  NOT_HELD_BY_MUNICIPALITY,
  /** Fewer than 28 days from the first day in the group to the day it happened. */
  TOO_SHORT_IN_GROUP,
  /** An invitation of this citizen is open, in any municipality. */
  OPEN_INVITATION,
  /** Invited fewer than 180 days before. */
  QUARANTINE
}
