package dk.borgermaaling.gateway.caseevent;

/** What happens to an event after it was stored; the feature {@code selection} implements it. */
public interface CaseEventHandler {
  /** Processes a stored event; a second call changes nothing. */
  void handle(EventId eventId);
}
