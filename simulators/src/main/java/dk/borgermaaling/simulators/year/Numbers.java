package dk.borgermaaling.simulators.year;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * CPR numbers that cannot belong to a person (day of month raised by 60), worked out from the
 * person's number in the row, so that none comes twice and none is remembered. The seventh digit is
 * one that cpr.dk gives the century.
 */
final class Numbers {
  /** Two seventh digits with three more behind each. */
  private static final int SERIALS = 2_000;

  private static final int BEHIND = 1_000;
  private static final int MIXED = 387;
  private static final int REPLACEMENT = 60;

  /** How old somebody is for all of the year. No day of birth belongs to two of them. */
  enum Age {
    MINOR(16, 17),
    YOUNG(18, 29),
    ADULT(30, 65);

    private final int youngest;
    private final int oldest;

    Age(int youngest, int oldest) {
      this.youngest = youngest;
      this.oldest = oldest;
    }
  }

  private final LocalDate start;

  /**
   * @param start first day of the year
   */
  Numbers(LocalDate start) {
    this.start = start;
  }

  /** How many people can be told apart. */
  int most() {
    return days(Age.MINOR) * SERIALS;
  }

  /** The number that a person has at the start. */
  String of(int person, Age age) {
    return text(person, age, 0, 5);
  }

  /** The number that the person has after it was changed. */
  String changed(int person, Age age) {
    return text(person, age, 2, 7);
  }

  private String text(int person, Age age, int before2000, int since2000) {
    int days = days(age);
    LocalDate born = last(age).minusDays(Math.floorMod((long) person * MIXED, (long) days));
    int serial = (int) Math.floorMod((long) (person / days) * MIXED, (long) SERIALS);
    int seventh = (born.getYear() < 2000 ? before2000 : since2000) + serial / BEHIND;
    return twoDigits(born.getDayOfMonth() + REPLACEMENT)
        + twoDigits(born.getMonthValue())
        + twoDigits(born.getYear() % 100)
        + seventh
        + String.valueOf(BEHIND + serial % BEHIND).substring(1);
  }

  private static String twoDigits(int number) {
    return number < 10 ? "0" + number : Integer.toString(number);
  }

  private LocalDate last(Age age) {
    return start.minusYears(age.youngest).minusDays(1);
  }

  private int days(Age age) {
    LocalDate first = start.minusYears(age.oldest);
    int days = (int) ChronoUnit.DAYS.between(first, last(age));
    // Prime to the multiplier (387 = 3 * 3 * 43), so that all days come before one comes again.
    while (days % 3 == 0 || days % 43 == 0) {
      days--;
    }
    return days;
  }
}
