package dk.borgermaaling.gateway.caseevent;

import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.kernel.Problem;
import dk.borgermaaling.gateway.kernel.ProblemException;
import dk.borgermaaling.gateway.kernel.Recipient;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that has happened to a citizen's case (sag); never edited afterwards. Unique within its
 * municipality by {@code eventId} and by (source, entity, version).
 *
 * @param entityId the conversation, course or citizen in the case system, stable over versions
 * @param version from 1; a correction of the same entity has a higher one
 * @param withdrawn whether the case system takes the entity back (berigtigelse): nothing of it
 *     counts any more
 * @param occurredAt when it happened, business time
 * @param recipient who the citizen is now
 * @param targetGroup the group the citizen is in when it happens, as far as the case system tells
 * @param formerly who the citizen was before {@link Happening.CprChanged}; absent otherwise
 */
public record CaseEvent(
    UUID eventId,
    EventSource source,
    MunicipalityCode municipality,
    String entityId,
    int version,
    boolean withdrawn,
    Instant occurredAt,
    Recipient recipient,
    @Nullable TargetGroupCode targetGroup,
    Course course,
    Happening happening,
    @Nullable Recipient formerly) {
  public CaseEvent {
    if ((formerly != null) != (happening instanceof Happening.CprChanged)) {
      throw new ProblemException(
          new Problem.Malformed("formerCprNumber", "there when the number changes, and only then"));
    }
  }

  /** An event that tells of no other number than the recipient's. */
  public CaseEvent(
      UUID eventId,
      EventSource source,
      MunicipalityCode municipality,
      String entityId,
      int version,
      boolean withdrawn,
      Instant occurredAt,
      Recipient recipient,
      @Nullable TargetGroupCode targetGroup,
      Course course,
      Happening happening) {
    this(
        eventId,
        source,
        municipality,
        entityId,
        version,
        withdrawn,
        occurredAt,
        recipient,
        targetGroup,
        course,
        happening,
        null);
  }
}
