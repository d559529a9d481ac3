package dk.borgermaaling.gateway.notification;

import java.time.Instant;

/** Enqueues a further task for a step, in the open transaction. */
public interface LookAgain {
  /**
   * Has a step looked at once more whose own task has ended, or is just ending, or belongs to
   * somebody else by now. Two tasks of one step do no harm: only one can claim it.
   *
   * @param at real time
   */
  void at(NotificationId id, Instant at);
}
