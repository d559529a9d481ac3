package dk.borgermaaling.gateway.selection;

import dk.borgermaaling.gateway.caseevent.EventSource;
import dk.borgermaaling.gateway.caseevent.StoredCaseEvent;
import dk.borgermaaling.gateway.citizen.CitizenId;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An invitation of a citizen that was not withdrawn; whether it was answered is not told here.
 *
 * @param source with {@code entityId} the conversation or course that it was made from; both absent
 *     when a round drew the citizen
 * @param plannedFirst when the first message was planned for, business time
 * @param closesAt first instant at which it is closed, business time
 */
public record PastInvitation(
    UUID id,
    CitizenId citizen,
    MunicipalityCode municipality,
    @Nullable EventSource source,
    @Nullable String entityId,
    Instant plannedFirst,
    Instant closesAt) {

  /** In which way the citizen was asked. */
  public SamplingMode mode() {
    return source == null ? SamplingMode.ROUND : SamplingMode.CONTINUOUS;
  }

  /** Whether this event, or another version of its entity, led to it. */
  boolean isMadeFrom(StoredCaseEvent event) {
    return source == event.source()
        && municipality.equals(event.municipality())
        && event.entityId().equals(entityId);
  }

  /** Whether it can still be answered then, or has not left yet. */
  public boolean isOpenAt(Instant time) {
    return closesAt.isAfter(time);
  }
}
