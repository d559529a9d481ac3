package dk.borgermaaling.liberty.reference;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Set;

/**
 * The demonstration's plan, from the date arithmetic alone: a day's wait, weekdays from 9 to 15, a
 * reminder after seven days, closing after twelve.
 */
record Plan(Instant first, Instant reminder, Instant close) {
  private static final Duration WAIT = Duration.ofHours(24);
  private static final Duration REMINDER_AFTER = Duration.ofDays(7);
  private static final Duration CLOSE_AFTER = Duration.ofDays(12);
  private static final LocalTime OPENS = LocalTime.of(9, 0);
  private static final LocalTime SHUTS = LocalTime.of(15, 0);

  /** Days in the reach of the story on which nothing is sent, beside weekends. */
  private static final Set<LocalDate> CLOSED =
      Set.of(LocalDate.of(2026, 12, 24), LocalDate.of(2026, 12, 25), LocalDate.of(2026, 12, 26));

  /**
   * The plan of what is told in time or late. The gateway hears of it a little after {@code
   * toldAt}, because it polls and a day lasts seconds. That makes no difference while it is heard
   * of within the wait; of what is told later than that, the plan moves with the hearing, and the
   * story keeps all that is counted at a distance of days from it.
   */
  static Plan after(Instant occurredAt, Instant toldAt) {
    Instant wish = occurredAt.plus(WAIT);
    Instant first = allowed(wish.isBefore(toldAt) ? toldAt : wish);
    return new Plan(first, allowed(first.plus(REMINDER_AFTER)), first.plus(CLOSE_AFTER));
  }

  private static Instant allowed(Instant wish) {
    ZonedDateTime time = wish.atZone(Reference.DENMARK);
    if (!time.toLocalTime().isBefore(SHUTS)) {
      time = time.plusDays(1).with(OPENS);
    } else if (time.toLocalTime().isBefore(OPENS)) {
      time = time.with(OPENS);
    }
    while (time.getDayOfWeek() == DayOfWeek.SATURDAY
        || time.getDayOfWeek() == DayOfWeek.SUNDAY
        || CLOSED.contains(time.toLocalDate())) {
      time = time.plusDays(1).with(OPENS);
    }
    return time.toInstant();
  }
}
