package dk.borgermaaling.simulators.year;

import dk.borgermaaling.simulators.world.World;
import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.IntStream;

/** Days of the year counted from its first; before it they are negative. Danish civil days. */
final class Calendar {
  static final int DAYS = 365;

  private final LocalDate start;
  private final Numbers numbers;
  private final Instant[] midnights;

  Calendar(LocalDate start) {
    this.start = start;
    this.numbers = new Numbers(start);
    this.midnights =
        IntStream.rangeClosed(-Groups.LONGEST, DAYS + Groups.LONGEST + 1)
            .mapToObj(day -> date(day).atStartOfDay(World.DENMARK).toInstant())
            .toArray(Instant[]::new);
  }

  Numbers numbers() {
    return numbers;
  }

  LocalDate date(int day) {
    return start.plusDays(day);
  }

  /**
   * @param day no life's length away from the year
   */
  Instant midnight(int day) {
    return midnights[day + Groups.LONGEST];
  }
}
