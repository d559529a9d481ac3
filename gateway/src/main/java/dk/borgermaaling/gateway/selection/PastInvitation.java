package dk.borgermaaling.gateway.selection;

import dk.borgermaaling.gateway.caseevent.EventSource;
import dk.borgermaaling.gateway.caseevent.StoredCaseEvent;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import java.time.Instant;

/**
 * An invitation of the citizen that was not withdrawn; whether it was answered is not told here.
 *
 * @param entityId the conversation or course that it was made from
 * @param plannedFirst when the first message was planned for, business time
 * @param closesAt first instant at which it is closed, business time
 */
public record PastInvitation(
    MunicipalityCode municipality,
    EventSource source,
    String entityId,
    Instant plannedFirst,
    Instant closesAt) {

  /** Whether this event, or another version of its entity, led to it. */
  boolean isMadeFrom(StoredCaseEvent event) {
    return source == event.source()
        && municipality.equals(event.municipality())
        && entityId.equals(event.entityId());
  }
}
