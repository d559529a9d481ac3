package dk.borgermaaling.gateway.caseevent;

/** The case system that says so; with entity and version it identifies an event. */
public enum EventSource {
  MOMENTUM,
  FASIT,
  OTHER;

  /** Whether the gateway polls the system or receives from it itself, by an adapter. */
  public boolean heardByUs() {
    return this != OTHER;
  }
}
