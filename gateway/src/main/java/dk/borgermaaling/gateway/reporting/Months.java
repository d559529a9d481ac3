package dk.borgermaaling.gateway.reporting;

import dk.borgermaaling.gateway.kernel.BusinessClock;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A period of whole Danish calendar months, half-open.
 *
 * @param from first day of the first month, inclusive
 * @param to first day of the month after the last, exclusive
 */
public record Months(LocalDate from, LocalDate to) {
  /** Before the first survey. */
  private static final LocalDate BEGINNING = LocalDate.of(2020, 1, 1);

  public Months {
    if (from.getDayOfMonth() != 1 || to.getDayOfMonth() != 1 || !from.isBefore(to)) {
      throw new IllegalArgumentException("whole months, and at least one");
    }
  }

  /** From the beginning to the end of the month of this day. */
  public static Months until(LocalDate today) {
    return new Months(BEGINNING, today.withDayOfMonth(1).plusMonths(1));
  }

  /** First instant of the period: midnight in Denmark. */
  public Instant start() {
    return from.atStartOfDay(BusinessClock.DENMARK).toInstant();
  }

  /** First instant after the period: midnight in Denmark. */
  public Instant end() {
    return to.atStartOfDay(BusinessClock.DENMARK).toInstant();
  }
}
