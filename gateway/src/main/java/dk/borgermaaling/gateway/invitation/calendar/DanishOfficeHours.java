package dk.borgermaaling.gateway.invitation.calendar;

import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import dk.borgermaaling.gateway.invitation.AllowedHours;
import dk.borgermaaling.gateway.invitation.ClosedDays;
import dk.borgermaaling.gateway.invitation.SendWindow;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Set;

/**
 * Monday to Friday from 09:00 (inclusive) to 15:00 (exclusive) in Europe/Copenhagen, without public
 * holidays and the days on which municipalities are closed by custom: 5 June, 24 and 31 December.
 */
public final class DanishOfficeHours implements AllowedHours, ClosedDays {
  private static final Set<MonthDay> CLOSED_BY_CUSTOM =
      Set.of(MonthDay.of(6, 5), MonthDay.of(12, 24), MonthDay.of(12, 31));

  private final HolidayManager holidays =
      HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.DENMARK));

  @Override
  public Instant next(Instant from) {
    return SendWindow.STANDARD.next(from, this);
  }

  @Override
  public boolean isClosed(LocalDate day) {
    return CLOSED_BY_CUSTOM.contains(MonthDay.from(day)) || holidays.isHoliday(day);
  }
}
