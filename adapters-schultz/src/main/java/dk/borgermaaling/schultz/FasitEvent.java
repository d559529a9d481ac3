package dk.borgermaaling.schultz;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One event as Fasit tells it: texts that keep to the schema, not yet understood. {@link
 * #toString()} names the event alone.
 */
public record FasitEvent(
    UUID eventId,
    String entityId,
    String version,
    String changeType,
    String type,
    String occurredAt,
    String cprNumber,
    @Nullable String caseStartDate,
    @Nullable String caseEndDate,
    @Nullable String targetGroup,
    @Nullable String targetGroupStartDate,
    @Nullable String interviewTypeIdentifier,
    @Nullable String interviewForm,
    @Nullable String responsibleActor,
    @Nullable String organisationalUnit,
    @Nullable String toMunicipalityCode) {
  @Override
  public String toString() {
    return "FasitEvent[" + eventId + "]";
  }
}
