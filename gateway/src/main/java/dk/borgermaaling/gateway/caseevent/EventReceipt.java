package dk.borgermaaling.gateway.caseevent;

import dk.borgermaaling.gateway.kernel.Problem;
import java.util.UUID;

/** What became of one event that was handed in. */
public sealed interface EventReceipt {
  UUID eventId();

  /** It is committed and will be processed. */
  record Stored(UUID eventId) implements EventReceipt {}

  /** It, or the same version of the same entity, was stored before; nothing changed. */
  record Duplicate(UUID eventId) implements EventReceipt {}

  /** It was not stored; the sender must act. */
  record Rejected(UUID eventId, Problem problem) implements EventReceipt {}
}
