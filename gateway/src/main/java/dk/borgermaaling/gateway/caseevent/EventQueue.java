package dk.borgermaaling.gateway.caseevent;

import java.util.Collection;

/** Where stored events wait to be processed. */
public interface EventQueue {
  /**
   * Enqueues each in the open transaction; it is processed at least once after that is committed.
   */
  void enqueue(Collection<EventId> eventIds);
}
