package dk.borgermaaling.kmd;

import dk.borgermaaling.gateway.caseevent.CaseEvent;
import dk.borgermaaling.gateway.caseevent.Course;
import dk.borgermaaling.gateway.caseevent.EventSource;
import dk.borgermaaling.gateway.caseevent.FeedMemory.Entry;
import dk.borgermaaling.gateway.caseevent.Happening;
import dk.borgermaaling.gateway.caseevent.TargetGroupCode;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.kernel.Recipient;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A difference between two runs: what the event will tell, still without who the citizen is, and
 * what is remembered once it is stored.
 *
 * @param citizen Momentum's id
 * @param entity of the event
 * @param key of the memory
 */
record Change(
    String citizen,
    String entity,
    String key,
    Entry entry,
    Instant occurredAt,
    @Nullable TargetGroupCode group,
    Happening happening) {

  /**
   * The event.
   *
   * @param formerly who the citizen was, when that is what has changed
   */
  CaseEvent event(
      MunicipalityCode municipality, Recipient recipient, @Nullable Recipient formerly) {
    return new CaseEvent(
        EventIds.of(EventSource.MOMENTUM, municipality, entity, entry.version()),
        EventSource.MOMENTUM,
        municipality,
        entity,
        entry.version(),
        false,
        occurredAt,
        recipient,
        group,
        Course.UNKNOWN,
        happening,
        formerly);
  }
}
