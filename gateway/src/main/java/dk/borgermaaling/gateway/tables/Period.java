package dk.borgermaaling.gateway.tables;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * When a row holds, in Danish civil dates.
 *
 * @param from first day, inclusive
 * @param to first day on which it no longer holds; null when no end is known
 */
public record Period(LocalDate from, @Nullable LocalDate to) {
  public boolean contains(LocalDate day) {
    return !day.isBefore(from) && isBeforeEnd(day);
  }

  public boolean overlaps(Period other) {
    return isBeforeEnd(other.from) && other.isBeforeEnd(from);
  }

  /** Nothing lies between a period without a day and any other. */
  public boolean isEmpty() {
    return !isBeforeEnd(from);
  }

  /** The last day, inclusive; null when no end is known. */
  public @Nullable LocalDate lastDay() {
    return to == null ? null : to.minusDays(1);
  }

  private boolean isBeforeEnd(LocalDate day) {
    return to == null || day.isBefore(to);
  }
}
