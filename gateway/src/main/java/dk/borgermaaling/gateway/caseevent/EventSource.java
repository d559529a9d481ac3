package dk.borgermaaling.gateway.caseevent;

import dk.borgermaaling.gateway.kernel.Problem;
import dk.borgermaaling.gateway.kernel.ProblemType;
import java.util.Optional;

/** Who says so; with entity and version it identifies an event. */
public enum EventSource {
  MOMENTUM,
  FASIT,
  /** A list that an employee of the municipality has uploaded. */
  LIST,
  /** KOMBIT's Beskedfordeler (SF1461), whoever has put the message there. */
  BESKEDFORDELER,
  /** A sender that speaks for itself, over SOAP or REST. */
  OTHER;

  /** Whether the gateway has a way in of its own for it. */
  public boolean heardByUs() {
    return this != OTHER;
  }

  /**
   * Whether its way in keeps what the tables do not know itself, in its own words, or finds it
   * again by itself.
   */
  boolean keepsWhatIsUnknown() {
    return this == MOMENTUM || this == FASIT || this == LIST;
  }

  /**
   * Why a sender may not tell of this source: who speaks for itself may not speak for a case system
   * that the gateway hears itself.
   */
  public Optional<Problem> problemForSenders() {
    return heardByUs()
        ? Optional.of(
            new Problem.Plain(
                ProblemType.NOT_ALLOWED,
                "Events of " + this + " come by its own way in; the source here is OTHER"))
        : Optional.empty();
  }
}
