package dk.borgermaaling.gateway.console.web;

import dk.borgermaaling.gateway.console.EventLog.Event;
import dk.borgermaaling.gateway.reporting.web.DanishFigures;

/** An event in the list. */
public record EventRow(
    String received,
    String place,
    String source,
    String happening,
    String occurred,
    String version,
    String citizen,
    String id,
    String status) {

  static EventRow of(Event event, String place) {
    return new EventRow(
        DanishFigures.time(event.receivedAt()),
        place,
        Words.source(event.source()),
        Words.happening(event.happening()),
        DanishFigures.time(event.occurredAt()),
        Integer.toString(event.version()),
        event.citizen().toString(),
        event.id().toString(),
        event.withdrawn() ? "Taget tilbage" : event.processed() ? "Behandlet" : "Venter");
  }
}
