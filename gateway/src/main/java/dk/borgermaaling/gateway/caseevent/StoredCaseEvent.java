package dk.borgermaaling.gateway.caseevent;

import dk.borgermaaling.gateway.citizen.CitizenId;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event as it is stored: the citizen by id, and when it came.
 *
 * @param arrival order of arrival on this installation
 * @param receivedAt when it was stored, business time
 * @param formerly whom the same citizen was known as before {@link Happening.CprChanged}
 */
public record StoredCaseEvent(
    UUID eventId,
    long arrival,
    EventSource source,
    MunicipalityCode municipality,
    String entityId,
    int version,
    boolean withdrawn,
    Instant occurredAt,
    Instant receivedAt,
    CitizenId citizen,
    @Nullable TargetGroupCode targetGroup,
    Course course,
    Happening happening,
    boolean processed,
    @Nullable CitizenId formerly) {
  /** The order in which the events of a citizen are processed. */
  public static final Comparator<StoredCaseEvent> IN_ORDER =
      Comparator.comparing(StoredCaseEvent::occurredAt).thenComparingLong(StoredCaseEvent::arrival);

  /** The same, as it is before or after it has its decision. */
  public StoredCaseEvent asProcessed(boolean decided) {
    return new StoredCaseEvent(
        eventId,
        arrival,
        source,
        municipality,
        entityId,
        version,
        withdrawn,
        occurredAt,
        receivedAt,
        citizen,
        targetGroup,
        course,
        happening,
        decided,
        formerly);
  }

  public boolean isOfTheSameEntityAs(StoredCaseEvent other) {
    return source == other.source
        && municipality.equals(other.municipality)
        && entityId.equals(other.entityId);
  }
}
