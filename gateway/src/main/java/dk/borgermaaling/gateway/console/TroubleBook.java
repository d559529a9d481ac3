package dk.borgermaaling.gateway.console;

import java.util.List;

/** What stands still or has failed, grouped by cause. */
public interface TroubleBook {
  List<Trouble> troubles();

  /**
   * So many of one kind, for one cause.
   *
   * @param cause the stored name of the cause within its kind, for example a failure class
   * @param detail safe text of the part that failed; may be empty
   * @param municipality code, or empty when it concerns all
   */
  record Trouble(Kind kind, String cause, String detail, String municipality, long count) {}

  /** Where on the road, the most urgent first. */
  enum Kind {
    /** Sending is paused, by the system because it was refused, or by a person. */
    PAUSED,
    /** A task of ours fails again and again. */
    TASK,
    /** A case system cannot be polled. */
    FEED,
    /** No node pulls a municipality's queue of Beskedfordeler. */
    QUEUE,
    /** A first message cannot leave, and is tried again. */
    WAITING,
    /** A first message failed. */
    MESSAGE,
    /** A first message was taken, or may have been, and its receipt is overdue. */
    NO_RECEIPT,
    /** A first message may or may not have left. */
    UNKNOWN,
    /** A receipt that could not be used. */
    RECEIPT,
    /** What a case system says cannot become an event. */
    DEAD_LETTER
  }
}
