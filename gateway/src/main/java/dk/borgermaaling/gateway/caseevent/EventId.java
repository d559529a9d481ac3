package dk.borgermaaling.gateway.caseevent;

import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import java.util.UUID;

/**
 * An event's id. Senders choose ids, so one says something within its municipality alone: nobody
 * can take another municipality's.
 */
public record EventId(MunicipalityCode municipality, UUID id) {
  private static final String BETWEEN = ":";

  public static EventId of(CaseEvent event) {
    return new EventId(event.municipality(), event.eventId());
  }

  /** Reads what {@link #text()} writes. */
  public static EventId parse(String text) {
    String[] parts = text.split(BETWEEN, 2);
    if (parts.length < 2) {
      throw new IllegalArgumentException("an event id is a municipality code, a colon and a UUID");
    }
    return new EventId(new MunicipalityCode(parts[0]), UUID.fromString(parts[1]));
  }

  /** For example {@code 0461:} and a UUID. */
  public String text() {
    return municipality.value() + BETWEEN + id;
  }
}
