package dk.borgermaaling.kmd;

import dk.borgermaaling.gateway.caseevent.FeedMemory.Entry;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A difference that was found and waits to be handed in. It is small, because a first run has one
 * for each citizen: the event is made when its turn comes, from what is remembered then.
 *
 * @param at when it occurred
 * @param citizen Momentum's id
 * @param id of the citizen or task under which a problem is noted
 * @param key of the memory
 * @param toldAt when Momentum changed a task; for a citizen the far future, because no bookmark
 *     waits for citizens
 */
record Step(Instant at, String citizen, String id, String key, Instant toldAt, Making making) {
  /** The order in which events are handed in. */
  static final Comparator<Step> IN_ORDER =
      Comparator.comparing(Step::at).thenComparing(Step::id).thenComparing(Step::key);

  /** Makes the difference anew. */
  @FunctionalInterface
  interface Making {
    /** Empty when there is none any more. */
    Optional<Change> of(@Nullable Entry before);
  }

  /** A step about a citizen. */
  static Step ofCitizen(Change change, Making making) {
    return new Step(
        change.occurredAt(), change.citizen(), change.citizen(), change.key(), Instant.MAX, making);
  }
}
