package dk.borgermaaling.gateway.invitation.calendar;

import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import dk.borgermaaling.gateway.invitation.AllowedHours;
import dk.borgermaaling.gateway.kernel.BusinessClock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZonedDateTime;
import java.util.Set;

/**
 * Monday to Friday from 09:00 (inclusive) to 15:00 (exclusive) in Europe/Copenhagen, without public
 * holidays and the days on which municipalities are closed by custom: 5 June, 24 and 31 December.
 */
public final class DanishOfficeHours implements AllowedHours {
  private static final LocalTime OPENS = LocalTime.of(9, 0);
  private static final LocalTime CLOSES = LocalTime.of(15, 0);
  private static final Set<DayOfWeek> WEEKEND = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
  private static final Set<MonthDay> CLOSED_BY_CUSTOM =
      Set.of(MonthDay.of(6, 5), MonthDay.of(12, 24), MonthDay.of(12, 31));

  private final HolidayManager holidays =
      HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.DENMARK));

  @Override
  public Instant next(Instant from) {
    ZonedDateTime candidate = from.atZone(BusinessClock.DENMARK);
    if (isWorkingDay(candidate.toLocalDate()) && candidate.toLocalTime().isBefore(CLOSES)) {
      return candidate.toLocalTime().isBefore(OPENS) ? opening(candidate.toLocalDate()) : from;
    }
    LocalDate day = candidate.toLocalDate().plusDays(1);
    while (!isWorkingDay(day)) {
      day = day.plusDays(1);
    }
    return opening(day);
  }

  private boolean isWorkingDay(LocalDate day) {
    return !WEEKEND.contains(day.getDayOfWeek())
        && !CLOSED_BY_CUSTOM.contains(MonthDay.from(day))
        && !holidays.isHoliday(day);
  }

  private static Instant opening(LocalDate day) {
    return day.atTime(OPENS).atZone(BusinessClock.DENMARK).toInstant();
  }
}
