package dk.borgermaaling.gateway.selection;

/**
 * Why nobody is invited, in the order in which the rules are asked: the first that holds is stored.
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
  /** The municipality asks nobody for the time being. */
  MUNICIPALITY_PAUSED,
  /** The municipality asks in rounds: no event leads to an invitation there. */
  WAITS_FOR_ROUND,
  RECIPIENT_IS_COMPANY,
  CITIZEN_DEAD,
  CITIZEN_MOVED,
  CITIZEN_EXEMPT,
  /** Name and address are protected, and the municipality does not ask such citizens. */
  CITIZEN_PROTECTED,
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
  /** The municipality itself has held no conversation in this course yet. */
  NO_CONVERSATION,
  /** Fewer weeks from the first day in the group to the day that counts than the terms ask. */
  TOO_SHORT_IN_GROUP,
  /** An invitation is open, as far as it counts in this municipality. */
  OPEN_INVITATION,
  /** Invited fewer weeks before than the terms ask. */
  QUARANTINE,
  /** Nothing speaks against it, but the draw of the month or round left the citizen out. */
  NOT_DRAWN
}
