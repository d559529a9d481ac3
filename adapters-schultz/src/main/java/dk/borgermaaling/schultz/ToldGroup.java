package dk.borgermaaling.schultz;

import dk.borgermaaling.gateway.caseevent.CaseEvent;
import dk.borgermaaling.gateway.kernel.BusinessClock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * Which of Fasit's ids an event was told with, and how the tenant's table was asked for it.
 *
 * @param occurredAt business time
 * @param readOn the Danish day on which the table was read
 * @param left whether the group is one that the citizen has left: read as the table last knew it
 */
public record ToldGroup(
    UUID eventId, Instant occurredAt, UUID fasitId, LocalDate readOn, boolean left) {
  /** Empty when Fasit told no group. */
  static Optional<ToldGroup> of(FasitEvent told, CaseEvent event) {
    return Optional.ofNullable(told.get(FasitField.TARGET_GROUP))
        .map(
            id -> {
              boolean left = event.happening().leavesGroup();
              return new ToldGroup(
                  event.eventId(),
                  event.occurredAt(),
                  UUID.fromString(id),
                  left
                      ? event.happening().date()
                      : LocalDate.ofInstant(event.occurredAt(), BusinessClock.DENMARK),
                  left);
            });
  }
}
