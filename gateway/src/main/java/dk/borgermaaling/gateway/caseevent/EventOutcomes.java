package dk.borgermaaling.gateway.caseevent;

import java.util.Optional;

/** What was decided of an event; the feature {@code selection} implements it. */
public interface EventOutcomes {
  /** The outcome; empty while the event waits to be processed, and for an unknown one. */
  Optional<Outcome> of(EventId eventId);

  /** All that is told of a decision. Why somebody is not asked stays inside. */
  enum Outcome {
    /** An invitation was made, or one of an earlier version of the entity was confirmed. */
    INVITED,
    NOT_DRAWN
  }
}
