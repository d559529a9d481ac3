package dk.borgermaaling.gateway.enquiry;

/**
 * How far an invitation is, as its case's sender may know it. {@link #SENT}, {@link #DELIVERED} and
 * {@link #FAILED} are of the first message alone, because what becomes of a reminder tells whether
 * the citizen has answered.
 */
public enum SurveyState {
  /** Nothing has left yet. */
  PLANNED,
  /** The first message has left, or may have. */
  SENT,
  /** A receipt says that the first message is in the mailbox. */
  DELIVERED,
  /** The first message was refused or stopped, or could not leave in time. */
  FAILED,
  /** Taken back before anything had left. */
  WITHDRAWN,
  /** The time to answer is over, whether or not anybody has. */
  CLOSED
}
