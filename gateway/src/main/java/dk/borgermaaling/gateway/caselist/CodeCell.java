package dk.borgermaaling.gateway.caselist;

import dk.borgermaaling.gateway.caseevent.CodeSystem;
import dk.borgermaaling.gateway.caseevent.KnownTargetGroups;
import dk.borgermaaling.gateway.caseevent.TargetGroupCode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A code in a cell, by the word that stands for it. Never guesses: a number that may be two codes,
 * and a code that a spreadsheet has made a date of, are said so.
 *
 * @param code see {@link Codes}; absent when the cell is empty or cannot be read
 * @param word what the municipality would have to explain, or may explain where there is a code as
 *     well that no table knows; absent otherwise
 */
record CodeCell(@Nullable String code, Note.@Nullable Code note, @Nullable String word) {
  private static final CodeCell ABSENT = new CodeCell(null, null, null);
  private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,2},[0-9]{1,2}");
  private static final Pattern SECTION_DECIMAL = Pattern.compile("[26],[0-9]{2}");

  /** A word with a digit and without a number in it that might be somebody's. */
  private static final Pattern LIKE_A_CODE = Pattern.compile("(?=.*[0-9])(?!.*[0-9]{5}).*");

  private static final Pattern DAY_AND_MONTH =
      Pattern.compile(
          "[0-9]{1,2}[-./ ]+(jan|feb|mar|apr|maj|may|jun|jul|aug|sep|okt|oct|nov|dec)[a-z]*\\.?"
              + "([-./ ]+[0-9]{2,4})?");

  /**
   * Reads a cell.
   *
   * @param today by which a number is compared with the codes that there are
   */
  static CodeCell of(
      Field field, Cell cell, WordMapping words, KnownTargetGroups groups, LocalDate today) {
    if (cell instanceof Cell.Nothing) {
      return ABSENT;
    }
    if (cell instanceof Cell.Broken) {
      return refused(Note.Code.CELL_BROKEN);
    }
    if (cell instanceof Cell.Moment) {
      return refused(Note.Code.CODE_IS_DATE);
    }
    String word = WordMapping.plain(cell.shown());
    if (field == Field.TARGET_GROUP && DECIMAL.matcher(word).matches()) {
      CodeCell number = number(word, groups, today);
      if (number != null) {
        return number;
      }
    }
    String shown = cell.shown().strip();
    String meaning =
        words
            .meaningOf(field, word)
            .or(() -> Codes.meaningOf(field, word))
            .or(() -> field == Field.TARGET_GROUP ? known(shown, groups, today) : Optional.empty())
            .orElse(null);
    if (meaning != null) {
      return new CodeCell(meaning, null, null);
    }
    if (DAY_AND_MONTH.matcher(word).matches() || DateCell.of(Cell.text(word)).date() != null) {
      return refused(Note.Code.CODE_IS_DATE);
    }
    if (word.length() > WordMapping.LONGEST_WORD || CprCell.isNumber(cell)) {
      return refused(Note.Code.WORD_UNKNOWN);
    }
    return field == Field.TARGET_GROUP && cell instanceof Cell.Text && isLikeACode(shown)
        ? new CodeCell(shown, null, word)
        : new CodeCell(null, Note.Code.WORD_UNKNOWN, word);
  }

  /** A code of the table, however its letters are written. */
  private static Optional<String> known(String shown, KnownTargetGroups groups, LocalDate today) {
    List<String> known =
        groups.codes(today).stream()
            .map(TargetGroupCode::code)
            .filter(code -> code.equalsIgnoreCase(shown))
            .distinct()
            .toList();
    return known.size() == 1 ? Optional.of(known.get(0)) : Optional.empty();
  }

  /** It may be a code of the act of 2027, of which the form is not known. */
  private static boolean isLikeACode(String shown) {
    return CodeSystem.LAB2027.writes(shown) && LIKE_A_CODE.matcher(shown).matches();
  }

  boolean isLeftOut() {
    return Codes.LEFT_OUT.equals(code);
  }

  /** Whether the field is told; not so when its rows are left out. */
  boolean isTold() {
    return code != null && !isLeftOut();
  }

  /**
   * The number 6.1 may be the code 6.1 or 6.10: taken when one of them alone is a code. Null when
   * it is no code that anybody knows.
   */
  private static @Nullable CodeCell number(
      String written, KnownTargetGroups groups, LocalDate today) {
    String digits = written.replace(',', '.');
    List<String> known =
        Stream.of(digits, digits + "0").filter(code -> groups.knewBy(code, today)).toList();
    if (known.size() > 1) {
      return refused(Note.Code.CODE_AMBIGUOUS);
    }
    if (known.isEmpty() && !SECTION_DECIMAL.matcher(written).matches()) {
      return written.matches("[26],[0-9]") ? refused(Note.Code.CODE_AMBIGUOUS) : null;
    }
    return new CodeCell(known.isEmpty() ? digits : known.get(0), Note.Code.CODE_AS_NUMBER, null);
  }

  private static CodeCell refused(Note.Code why) {
    return new CodeCell(null, why, null);
  }
}
