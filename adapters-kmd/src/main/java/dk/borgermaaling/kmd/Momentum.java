package dk.borgermaaling.kmd;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One municipality's Momentum. Every call either reads everything it promises or throws {@code
 * UPSTREAM_UNAVAILABLE}.
 */
public interface Momentum {
  /** Hands over every citizen in this target group, page by page. */
  void citizensIn(String targetGroupCode, Consumer<List<CitizenRow>> page);

  /**
   * Hands over every completed or cancelled interview and appointment changed at or after {@code
   * from}, page by page.
   */
  void conversationsChangedSince(Instant from, Consumer<List<TaskRow>> page);

  /** The citizen's CPR number as Momentum writes it; empty when it does not know the citizen. */
  Optional<String> cprOf(String citizenId);
}
