package dk.borgermaaling.gateway.caseevent;

import dk.borgermaaling.gateway.citizen.CitizenId;
import java.util.Collection;

/** Has stored events processed. */
public interface EventQueue {
  /** Name of the task that processes. */
  String TASK = "process-case-events";

  /**
   * Enqueues these citizens in the open transaction; what waits of them is processed at least once
   * after that is committed.
   */
  void enqueue(Collection<CitizenId> citizens);
}
