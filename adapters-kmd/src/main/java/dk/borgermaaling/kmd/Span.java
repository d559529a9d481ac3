package dk.borgermaaling.kmd;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Days in which groups start, Danish civil dates.
 *
 * @param from first day, or open
 * @param to the day after the last, or open
 */
public record Span(@Nullable LocalDate from, @Nullable LocalDate to) {
  static final Span ALL = new Span(null, null);

  /** Earlier and later starts than these are not looked for more finely. */
  private static final LocalDate FIRST = LocalDate.of(1990, 1, 1);

  private static final LocalDate LAST = LocalDate.of(2200, 1, 1);
  private static final int YEAR = 366;

  static Span since(LocalDate from) {
    return new Span(from, null);
  }

  /** Down to a day. */
  public boolean isDivisible() {
    if (from == null) {
      return to == null || to.isAfter(FIRST);
    }
    return to == null ? from.isBefore(LAST) : from.plusDays(1).isBefore(to);
  }

  /**
   * Two spans that are this one together. An open end stays open: nothing falls off it.
   *
   * @param today most starts lie shortly before it, so open spans are cut there first
   */
  List<Span> halves(LocalDate today) {
    LocalDate middle = from == null ? beforeOpen(today) : after(from, today);
    return List.of(new Span(from, middle), new Span(middle, to));
  }

  private LocalDate beforeOpen(LocalDate today) {
    return to == null
        ? today.minusDays(YEAR)
        : to.minusDays(Math.max(YEAR, ChronoUnit.DAYS.between(to, today)));
  }

  private LocalDate after(LocalDate first, LocalDate today) {
    if (to == null && !first.isBefore(today)) {
      return first.plusDays(Math.max(YEAR, ChronoUnit.DAYS.between(today, first)));
    }
    LocalDate end = to == null ? today.plusDays(1) : to;
    return first.plusDays(Math.max(1, ChronoUnit.DAYS.between(first, end) / 2));
  }
}
