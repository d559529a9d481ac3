package dk.borgermaaling.schultz;

import dk.borgermaaling.gateway.caseevent.EventTimes;
import dk.borgermaaling.gateway.kernel.Problem;
import dk.borgermaaling.gateway.kernel.ProblemException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Reads texts that XML Schema lets through and Java does not: year 12026, a date with a zone, a
 * number of thirty digits. The problems name the field, never its value.
 */
final class Told {
  private static final int LONGEST_NUMBER = 9;

  private Told() {}

  /** Within the times of an event, so that it has a Danish date. */
  static Instant instant(String field, String text) {
    Instant told;
    try {
      told = Instant.parse(text);
    } catch (DateTimeException e) {
      throw malformed(field, "a UTC date and time");
    }
    if (!EventTimes.hold(told)) {
      throw new ProblemException(EventTimes.outside(field));
    }
    return told;
  }

  static LocalDate date(String field, @Nullable String text) {
    try {
      return LocalDate.parse(text == null ? "" : text);
    } catch (DateTimeException e) {
      throw malformed(field, "a date without a zone");
    }
  }

  /** From 1 to {@code largest}, both inclusive. */
  static int number(String field, @Nullable String text, int largest) {
    String digits = text == null ? "" : text.replaceFirst("^\\+?0*", "");
    boolean fits = digits.matches("[0-9]+") && digits.length() <= LONGEST_NUMBER;
    int value = fits ? Integer.parseInt(digits) : 0;
    if (value < 1 || value > largest) {
      throw malformed(field, "a number from 1 to " + largest);
    }
    return value;
  }

  static ProblemException malformed(String field, String expected) {
    return new ProblemException(new Problem.Malformed(field, expected));
  }
}
