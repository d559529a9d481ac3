package dk.borgermaaling.gateway.caseevent;

/** The case system that says so; with entity and version it identifies an event. */
public enum EventSource {
  MOMENTUM,
  FASIT,
  OTHER
}
