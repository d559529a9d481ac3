package dk.borgermaaling.kmd;

import dk.borgermaaling.gateway.caseevent.CaseEvent;
import dk.borgermaaling.gateway.caseevent.FeedMemory;
import java.time.Instant;
import java.util.Comparator;

/**
 * A difference between two runs: the event, and what is remembered once it is stored.
 *
 * @param key of the memory
 * @param toldAt when Momentum changed a task; for a citizen the far future, because no bookmark
 *     waits for citizens
 */
record Change(CaseEvent event, String key, FeedMemory.Entry entry, Instant toldAt) {
  /** The order in which events are handed in. */
  static final Comparator<Change> IN_ORDER =
      Comparator.comparing((Change change) -> change.event().occurredAt())
          .thenComparing(change -> change.event().entityId());
}
