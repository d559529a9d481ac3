package dk.borgermaaling.gateway.response;

import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.regex.Pattern;

/**
 * A week as ISO 8601 writes it, for example {@code 2026-W48}: the finest time that is kept of an
 * answer.
 */
public record IsoWeek(String text) {
  private static final Pattern FORM = Pattern.compile("[0-9]{4}-W(0[1-9]|[1-4][0-9]|5[0-3])");

  public IsoWeek {
    if (!FORM.matcher(text).matches()) {
      throw new IllegalArgumentException("not a week: " + text);
    }
  }

  /** The week of a Danish civil date. Its year is the week's, which is not always the date's. */
  public static IsoWeek of(LocalDate date) {
    return new IsoWeek(
        "%04d-W%02d"
            .formatted(
                date.get(IsoFields.WEEK_BASED_YEAR), date.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR)));
  }

  @Override
  public String toString() {
    return text;
  }
}
