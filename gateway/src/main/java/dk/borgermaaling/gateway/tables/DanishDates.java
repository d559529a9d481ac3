package dk.borgermaaling.gateway.tables;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Dates as Danes read them. */
public final class DanishDates {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("dd-MM-yyyy", Locale.ROOT);

  private DanishDates() {}

  /** For example {@code 01-01-2027}. */
  public static String shown(LocalDate day) {
    return DAY.format(day);
  }
}
