package dk.borgermaaling.schultz;

import dk.borgermaaling.gateway.kernel.Problem;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One event of a push or a file as it was read: an event, or what is wrong with it.
 *
 * @param number as a person counts: the event's in XML, from 1; the line's in CSV, where the header
 *     is line 1
 * @param eventId null when it has none that can be read
 * @param entityId null when it has none that can be read
 */
public record FasitRow(
    long number,
    @Nullable UUID eventId,
    @Nullable String entityId,
    @Nullable FasitEvent event,
    @Nullable Problem problem) {
  public static FasitRow of(long number, Map<FasitField, String> fields) {
    return FasitEvent.problemOf(fields)
        .map(problem -> bad(number, fields, problem))
        .orElseGet(
            () ->
                new FasitRow(
                    number,
                    FasitEvent.idIn(fields),
                    FasitEvent.entityIn(fields),
                    new FasitEvent(fields),
                    null));
  }

  public static FasitRow bad(long number, Map<FasitField, String> fields, Problem problem) {
    return new FasitRow(
        number, FasitEvent.idIn(fields), FasitEvent.entityIn(fields), null, problem);
  }
}
