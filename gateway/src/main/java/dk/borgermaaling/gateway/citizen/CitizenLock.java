package dk.borgermaaling.gateway.citizen;

import java.util.Collection;

/** One at a time for each citizen, over all nodes. */
public interface CitizenLock {
  /**
   * Waits for the locks of these citizens, in an order that all nodes share, and holds them until
   * the open transaction ends.
   */
  void hold(Collection<CitizenId> citizens);
}
