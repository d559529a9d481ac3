package dk.borgermaaling.gateway.invitation;

import dk.borgermaaling.gateway.kernel.BusinessClock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * When a plan may write to a citizen, in Danish civil time.
 *
 * @param opens whole hour, 0 to 23, inclusive
 * @param closes whole hour, 1 to 24, exclusive
 */
public record SendWindow(Set<DayOfWeek> days, int opens, int closes) {
  private static final Pattern FORM = Pattern.compile("([1-7]{1,7}) ([0-9]{1,2})-([0-9]{1,2})");
  private static final int MIDNIGHT = 24;

  /** Monday to Friday from 9 to 15. */
  public static final SendWindow STANDARD = parse("12345 9-15");

  public SendWindow {
    if (days.isEmpty() || opens < 0 || opens >= closes || closes > MIDNIGHT) {
      throw new IllegalArgumentException("not a window: " + days + " " + opens + "-" + closes);
    }
    days = Set.copyOf(days);
  }

  /** Reads what {@link #toString()} wrote. */
  public static SendWindow parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw new IllegalArgumentException("not a window: " + text);
    }
    return new SendWindow(
        days(form.group(1)), Integer.parseInt(form.group(2)), Integer.parseInt(form.group(3)));
  }

  /**
   * The days of these digits.
   *
   * @param digits 1 is Monday
   */
  static Set<DayOfWeek> days(String digits) {
    return digits
        .chars()
        .mapToObj(digit -> DayOfWeek.of(digit - '0'))
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(DayOfWeek.class)));
  }

  /** The same days, from and to other hours. */
  public SendWindow during(int from, int to) {
    return new SendWindow(days, from, to);
  }

  /** The first instant inside, at or after this one. */
  public Instant next(Instant from, ClosedDays closed) {
    LocalDate day = LocalDate.ofInstant(from, BusinessClock.DENMARK);
    if (isOpen(day, closed) && from.isBefore(closing(day))) {
      Instant opening = opening(day);
      return from.isBefore(opening) ? opening : from;
    }
    do {
      day = day.plusDays(1);
    } while (!isOpen(day, closed));
    return opening(day);
  }

  /**
   * As {@link #next}, each that is moved to an opening at its own place in the first part.
   *
   * @param id whose place it is
   */
  public UnaryOperator<Instant> spread(ClosedDays closed, Spread spread, UUID id) {
    return from -> spread.moved(from, next(from, closed), this, id);
  }

  /** How much is left of the window that this instant is inside. */
  Duration left(Instant inside) {
    return Duration.between(inside, closing(LocalDate.ofInstant(inside, BusinessClock.DENMARK)));
  }

  private boolean isOpen(LocalDate day, ClosedDays closed) {
    return days.contains(day.getDayOfWeek()) && !closed.isClosed(day);
  }

  private Instant opening(LocalDate day) {
    return day.atTime(opens, 0).atZone(BusinessClock.DENMARK).toInstant();
  }

  private Instant closing(LocalDate day) {
    return closes == MIDNIGHT
        ? day.plusDays(1).atStartOfDay(BusinessClock.DENMARK).toInstant()
        : day.atTime(closes, 0).atZone(BusinessClock.DENMARK).toInstant();
  }

  @Override
  public String toString() {
    return days.stream().sorted().map(day -> "" + day.getValue()).collect(Collectors.joining())
        + " "
        + opens
        + "-"
        + closes;
  }
}
