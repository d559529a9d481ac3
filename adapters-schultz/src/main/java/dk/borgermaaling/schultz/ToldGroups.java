package dk.borgermaaling.schultz;

import java.time.Instant;
import java.util.List;

/**
 * The ids that stored events were told with, kept for as long as the preview of a change of the
 * tenants' tables looks back: an event itself has the code alone.
 */
public interface ToldGroups {
  /** Of events that are stored in the same transaction; an event that is there stays as it is. */
  void keep(Tenant tenant, List<ToldGroup> told);

  /**
   * Forgets what happened before.
   *
   * @param before business time
   */
  void forget(Instant before);
}
