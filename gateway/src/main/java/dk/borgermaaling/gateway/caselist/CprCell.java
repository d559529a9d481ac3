package dk.borgermaaling.gateway.caselist;

import dk.borgermaaling.gateway.kernel.CprNumber;
import dk.borgermaaling.gateway.kernel.ProblemException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The CPR number of a row: ten digits with or without hyphen. A number of nine digits has lost its
 * leading zero in a spreadsheet; it is put back and said so.
 */
record CprCell(@Nullable CprNumber number, Note.@Nullable Code note) {
  private static final Pattern TEN = Pattern.compile("[0-9]{6}[- \\u2010-\\u2013]?[0-9]{4}");
  private static final Pattern NINE = Pattern.compile("[0-9]{5}[- \\u2010-\\u2013]?[0-9]{4}");
  private static final Pattern POWER_OF_TEN = Pattern.compile("[0-9][.,]?[0-9]*[eE]\\+?[0-9]+");

  static CprCell of(Cell cell) {
    if (cell instanceof Cell.Nothing) {
      return new CprCell(null, Note.Code.CPR_MISSING);
    }
    if (cell instanceof Cell.Broken) {
      return new CprCell(null, Note.Code.CELL_BROKEN);
    }
    String text = digits(cell);
    if (TEN.matcher(text).matches()) {
      return number(text, null);
    }
    if (NINE.matcher(text).matches()) {
      return number("0" + text, Note.Code.CPR_ZERO_ADDED);
    }
    return new CprCell(
        null,
        POWER_OF_TEN.matcher(text).matches() ? Note.Code.CPR_SHORTENED : Note.Code.CPR_INVALID);
  }

  /** Whether a cell holds a CPR number, whatever its column is called. */
  static boolean isNumber(Cell cell) {
    return TEN.matcher(digits(cell)).matches() && of(cell).number() != null;
  }

  private static String digits(Cell cell) {
    return cell.shown().replace("\u00a0", "").strip();
  }

  private static CprCell number(String text, Note.@Nullable Code note) {
    try {
      return new CprCell(new CprNumber(text.replaceAll("[^0-9]", "")), note);
    } catch (ProblemException e) {
      return new CprCell(null, Note.Code.CPR_INVALID);
    }
  }
}
