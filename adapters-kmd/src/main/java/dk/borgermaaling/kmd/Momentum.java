package dk.borgermaaling.kmd;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One municipality's Momentum. Every call either reads everything it promises or throws {@code
 * UPSTREAM_UNAVAILABLE}.
 */
public interface Momentum {
  /**
   * Hands over every citizen in this target group whose start lies in the span, page by page.
   *
   * @throws SearchTooLong when Momentum does not get through the search and the span {@linkplain
   *     Span#isDivisible() can be divided}; some pages may have been handed over by then
   */
  void citizensIn(String targetGroupCode, Span starts, Consumer<List<CitizenRow>> page);

  /**
   * Hands over every completed or cancelled interview and appointment changed at or after {@code
   * from} and, if there is one, before {@code to}, page by page.
   *
   * @throws SearchTooLong when Momentum does not get through the search and the time {@linkplain
   *     #isDivisible can be divided}; some pages may have been handed over by then
   */
  void conversationsChanged(Instant from, @Nullable Instant to, Consumer<List<TaskRow>> page);

  /** Whether so long a time can be asked for in parts, down to a minute. */
  static boolean isDivisible(Instant from, @Nullable Instant to) {
    return to == null || Duration.between(from, to).compareTo(Duration.ofMinutes(1)) > 0;
  }

  /** The citizen's CPR number as Momentum writes it; empty when it does not know the citizen. */
  Optional<String> cprOf(String citizenId);

  /** The items of a code list; empty when Momentum has no such list. */
  Optional<List<TaxonomyItem>> taxonomy(String code);

  /** One item of a code list, as told. */
  record TaxonomyItem(String id, String code, String name) {}

  /** The search is too long for Momentum (504): it is to be asked in parts. */
  final class SearchTooLong extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public SearchTooLong() {
      super("the search is too long", null, false, false);
    }
  }
}
