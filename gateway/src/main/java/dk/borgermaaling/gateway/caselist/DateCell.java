package dk.borgermaaling.gateway.caselist;

import dk.borgermaaling.gateway.caseevent.EventTimes;
import dk.borgermaaling.gateway.kernel.BusinessClock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A Danish date in a cell, with the time of day where it is told: a date of a spreadsheet, {@code
 * dd-MM-yyyy}, {@code d.M.yyyy}, {@code d/M/yyyy} or {@code yyyy-MM-dd}. A time with a zone is
 * turned into Danish civil time, as BI tools write the Danish midnight in UTC.
 *
 * @param at the time told, or the first instant of the Danish day
 */
record DateCell(@Nullable LocalDate date, @Nullable Instant at, Note.@Nullable Code note) {
  private static final DateCell ABSENT = new DateCell(null, null, null);
  private static final String TIME =
      "(?:[T ]+(?:kl\\.? ?)?(?<hour>[0-9]{1,2})[:.](?<minute>[0-9]{2})"
          + "(?:[:.](?<second>[0-9]{2})(?:[.,][0-9]{1,9})?)?)?";
  private static final Pattern DANISH =
      Pattern.compile(
          "(?<day>[0-9]{1,2})(?<mark>[-./])(?<month>[0-9]{1,2})\\k<mark>(?<year>[0-9]{4})" + TIME);
  private static final Pattern ISO =
      Pattern.compile("(?<year>[0-9]{4})-(?<month>[0-9]{2})-(?<day>[0-9]{2})" + TIME);
  private static final Pattern ZONED =
      Pattern.compile(
          "[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}(:[0-9]{2}([.][0-9]{1,9})?)?"
              + " ?(Z|[+-][0-9]{2}:[0-9]{2})");
  private static final Pattern SHORT_YEAR =
      Pattern.compile("[0-9]{1,2}[-./][0-9]{1,2}[-./][0-9]{2}( .*)?");

  static DateCell of(Cell cell) {
    if (cell instanceof Cell.Nothing) {
      return ABSENT;
    }
    if (cell instanceof Cell.Broken) {
      return refused(Note.Code.CELL_BROKEN);
    }
    if (cell instanceof Cell.Moment moment) {
      return of(moment.at(), null);
    }
    if (cell instanceof Cell.Numeric number) {
      LocalDateTime date = number.asDate();
      return date == null ? refused(Note.Code.DATE_INVALID) : of(date, Note.Code.DATE_FROM_NUMBER);
    }
    return of(cell.shown());
  }

  boolean isAbsent() {
    return date == null && note == null;
  }

  boolean isRefused() {
    return note != null && note.level() == Note.Level.ERROR;
  }

  private static DateCell of(String text) {
    try {
      if (ZONED.matcher(text).matches()) {
        String iso = text.replaceFirst("^(.{10}) ", "$1T").replace(" ", "");
        return of(OffsetDateTime.parse(iso).toInstant());
      }
      for (Pattern form : new Pattern[] {DANISH, ISO}) {
        Matcher parts = form.matcher(text);
        if (parts.matches()) {
          return of(read(parts), null);
        }
      }
    } catch (DateTimeException e) {
      return refused(Note.Code.DATE_INVALID);
    }
    return refused(
        SHORT_YEAR.matcher(text).matches() ? Note.Code.DATE_SHORT_YEAR : Note.Code.DATE_INVALID);
  }

  /** In the hour that autumn has twice it is the one told. */
  private static DateCell of(Instant told) {
    LocalDate date = LocalDate.ofInstant(told, BusinessClock.DENMARK);
    return EventTimes.hold(date)
        ? new DateCell(date, told, null)
        : refused(Note.Code.DATE_OUT_OF_RANGE);
  }

  private static LocalDateTime read(Matcher parts) {
    LocalDate date =
        LocalDate.of(number(parts, "year"), number(parts, "month"), number(parts, "day"));
    return date.atTime(
        LocalTime.of(number(parts, "hour"), number(parts, "minute"), number(parts, "second")));
  }

  private static int number(Matcher parts, String group) {
    String digits = parts.group(group);
    return digits == null ? 0 : Integer.parseInt(digits);
  }

  private static DateCell of(LocalDateTime told, Note.@Nullable Code note) {
    LocalDate date = told.toLocalDate();
    return EventTimes.hold(date)
        ? new DateCell(date, told.atZone(BusinessClock.DENMARK).toInstant(), note)
        : refused(Note.Code.DATE_OUT_OF_RANGE);
  }

  private static DateCell refused(Note.Code why) {
    return new DateCell(null, null, why);
  }
}
