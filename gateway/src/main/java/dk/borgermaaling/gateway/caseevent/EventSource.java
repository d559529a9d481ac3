package dk.borgermaaling.gateway.caseevent;

import dk.borgermaaling.gateway.kernel.Problem;
import dk.borgermaaling.gateway.kernel.ProblemType;
import java.util.Optional;

/** The case system that says so; with entity and version it identifies an event. */
public enum EventSource {
  MOMENTUM,
  FASIT,
  OTHER;

  /** Whether the gateway polls the system or receives from it itself, by an adapter. */
  public boolean heardByUs() {
    return this != OTHER;
  }

  /**
   * Why a sender may not tell of this source: who speaks for itself may not speak for a case system
   * that the gateway hears itself.
   */
  Optional<Problem> problemForSenders() {
    return heardByUs()
        ? Optional.of(
            new Problem.Plain(
                ProblemType.NOT_ALLOWED,
                "Events of " + this + " come by its own way in; the source here is OTHER"))
        : Optional.empty();
  }
}
