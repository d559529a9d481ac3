package dk.borgermaaling.gateway.kernel;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A civil registration number (CPR-nummer): ten digits whose first six are a date of birth.
 *
 * <p>Modulus 11 is not checked: it has not held since 1 October 2007 (cpr.dk). A day of month
 * raised by 60 is a replacement number (erstatningspersonnummer), which is also the form of our
 * test people. {@link #toString()} masks the number; {@link #value()} is for the encrypted vault
 * and for the message that must carry it, nothing else.
 */
public record CprNumber(String value) {
  private static final Pattern FORM = Pattern.compile("[0-9]{10}");
  private static final int REPLACEMENT = 60;

  public CprNumber {
    if (!FORM.matcher(value).matches()) {
      throw new ProblemException(new Problem.Malformed("cprNumber", "ten digits"));
    }
    birthDate(value);
  }

  /** What a person has typed: ten digits, also in groups of six and four; empty when it is none. */
  public static Optional<CprNumber> typed(String text) {
    try {
      return Optional.of(new CprNumber(text.strip().replaceFirst("^([0-9]{6})[- ]", "$1")));
    } catch (ProblemException e) {
      return Optional.empty();
    }
  }

  /** Whether the day of month is raised by 60: a number that Digital Post cannot reach. */
  public boolean isReplacement() {
    return Integer.parseInt(value.substring(0, 2)) > REPLACEMENT;
  }

  /**
   * The date of birth; the century follows from the seventh digit (cpr.dk, personnummerets
   * opbygning).
   */
  public LocalDate birthDate() {
    return birthDate(value);
  }

  private static LocalDate birthDate(String value) {
    int day = Integer.parseInt(value.substring(0, 2));
    int month = Integer.parseInt(value.substring(2, 4));
    int year = Integer.parseInt(value.substring(4, 6));
    int seventh = value.charAt(6) - '0';
    try {
      return LocalDate.of(
          century(year, seventh) + year, month, day > REPLACEMENT ? day - REPLACEMENT : day);
    } catch (DateTimeException e) {
      throw new ProblemException(new Problem.Malformed("cprNumber", "the first six digits a date"));
    }
  }

  private static int century(int year, int seventh) {
    if (seventh <= 3) {
      return 1900;
    }
    if (seventh == 4 || seventh == 9) {
      return year <= 36 ? 2000 : 1900;
    }
    return year <= 57 ? 2000 : 1800;
  }

  @Override
  public String toString() {
    return value.substring(0, 6) + "-****";
  }
}
