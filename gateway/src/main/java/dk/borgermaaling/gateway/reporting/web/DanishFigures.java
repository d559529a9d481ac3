package dk.borgermaaling.gateway.reporting.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Numbers and times as Danes read them: decimal comma, point between thousands, no-break space
 * before the percent sign, Danish civil time.
 */
public final class DanishFigures {
  /** Stands where a number is not shown. */
  public static final String NONE = "–";

  private static final ZoneId DENMARK = ZoneId.of("Europe/Copenhagen");
  private static final DateTimeFormatter SHORT =
      DateTimeFormatter.ofPattern("dd-MM-yyyy HH:mm", Locale.ROOT).withZone(DENMARK);
  private static final char NO_BREAK_SPACE = '\u00a0';
  private static final char MINUS = '\u2212';

  private DanishFigures() {}

  /** For example {@code 2.981}. */
  public static String count(long number) {
    return format("#,##0", (double) number);
  }

  /** One decimal, for example {@code 63,8}. */
  public static String one(double number) {
    return format("#,##0.0", number);
  }

  /** The number that {@link #one} shows, rounded in the same way. */
  static double shown(double number) {
    return BigDecimal.valueOf(number).setScale(1, RoundingMode.HALF_UP).doubleValue();
  }

  /** Two decimals, for example {@code 3,55}. */
  public static String two(double number) {
    return format("#,##0.00", number);
  }

  /** A share of 0 to 1, for example {@code 38,8 %}. */
  public static String percent(double share) {
    return one(share * 100) + NO_BREAK_SPACE + '%';
  }

  /** A difference with its sign, for example {@code +4,2} or {@code −0,3}; no sign at 0,0. */
  public static String difference(double number) {
    String size = one(Math.abs(number));
    if (size.equals("0,0")) {
      return size;
    }
    return (number < 0 ? MINUS : '+') + size;
  }

  /** For example {@code 22-11-2026 09:15}. */
  public static String time(Instant instant) {
    return SHORT.format(instant);
  }

  /** An ISO week, for example {@code uge 48, 2026} for {@code 2026-W48}. */
  public static String week(String isoWeek) {
    return "uge " + Integer.parseInt(isoWeek.substring(6)) + ", " + isoWeek.substring(0, 4);
  }

  private static String format(String pattern, double number) {
    DecimalFormatSymbols symbols = new DecimalFormatSymbols(Locale.ROOT);
    symbols.setDecimalSeparator(',');
    symbols.setGroupingSeparator('.');
    symbols.setMinusSign(MINUS);
    DecimalFormat format = new DecimalFormat(pattern, symbols);
    format.setRoundingMode(RoundingMode.HALF_UP);
    return format.format(number);
  }
}
