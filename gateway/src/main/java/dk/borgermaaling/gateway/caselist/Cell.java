package dk.borgermaaling.gateway.caselist;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** What one cell of a list holds, as far as the file says what it is. */
public sealed interface Cell {
  Nothing NOTHING = new Nothing();

  /** As a Danish spreadsheet shows it; empty for nothing. May be a CPR number: never logged. */
  String shown();

  record Nothing() implements Cell {
    @Override
    public String shown() {
      return "";
    }
  }

  /** Text without blanks at its ends, never empty. */
  record Text(String text) implements Cell {
    @Override
    public String shown() {
      return text;
    }

    @Override
    public String toString() {
      return "Text";
    }
  }

  /**
   * A number without a date's format.
   *
   * @param asDate what it would be as a date by the workbook's own count of days; absent where that
   *     is no date
   */
  record Numeric(BigDecimal value, @Nullable LocalDateTime asDate) implements Cell {
    public Numeric {
      BigDecimal plain = value.stripTrailingZeros();
      value = plain.scale() < 0 ? plain.setScale(0) : plain;
    }

    @Override
    public String shown() {
      return value.toPlainString().replace('.', ',');
    }

    @Override
    public String toString() {
      return "Numeric";
    }
  }

  /** A number that the workbook shows as a date; without a zone, as such cells are. */
  record Moment(LocalDateTime at) implements Cell {
    private static final DateTimeFormatter DANISH = DateTimeFormatter.ofPattern("dd-MM-uuuu");

    @Override
    public String shown() {
      return DANISH.format(at);
    }
  }

  /** A formula that failed, such as {@code #REF!}. */
  record Broken() implements Cell {
    @Override
    public String shown() {
      return "#";
    }
  }

  /** A cell of text; nothing when there is none. */
  static Cell text(String text) {
    String stripped = text.strip();
    return stripped.isEmpty() ? NOTHING : new Text(stripped);
  }
}
