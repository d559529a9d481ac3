package dk.borgermaaling.gateway.caselist;

import dk.borgermaaling.gateway.caseevent.KnownTargetGroups;
import dk.borgermaaling.gateway.caseevent.TargetGroupCode;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A code in a cell, by the word that stands for it. Never guesses: a number that may be two codes,
 * and a code that a spreadsheet has made a date of, are said so.
 *
 * @param code see {@link Codes}; absent when the cell is empty or cannot be read
 * @param word what the municipality would have to explain; absent unless that is what is missing
 */
record CodeCell(@Nullable String code, Note.@Nullable Code note, @Nullable String word) {
  private static final CodeCell ABSENT = new CodeCell(null, null, null);
  private static final Pattern DECIMAL = Pattern.compile("([26]),([0-9]{1,2})");
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
      return number(word.replace(',', '.'), groups, today);
    }
    String meaning =
        words.meaningOf(field, word).or(() -> Codes.meaningOf(field, word)).orElse(null);
    if (meaning != null) {
      return new CodeCell(meaning, null, null);
    }
    if (DAY_AND_MONTH.matcher(word).matches() || DateCell.of(Cell.text(word)).date() != null) {
      return refused(Note.Code.CODE_IS_DATE);
    }
    if (word.length() > WordMapping.LONGEST_WORD || CprCell.isNumber(cell)) {
      return refused(Note.Code.WORD_UNKNOWN);
    }
    return new CodeCell(null, Note.Code.WORD_UNKNOWN, word);
  }

  boolean isLeftOut() {
    return Codes.LEFT_OUT.equals(code);
  }

  /** Whether the field is told; not so when its rows are left out. */
  boolean isTold() {
    return code != null && !isLeftOut();
  }

  /** The number 6.1 may be the code 6.1 or 6.10: taken when one of them alone is a code. */
  private static CodeCell number(String digits, KnownTargetGroups groups, LocalDate today) {
    List<String> known =
        Stream.of(digits, digits + "0")
            .filter(code -> Codes.isCode(Field.TARGET_GROUP, code))
            .filter(
                code ->
                    groups.knewBy(new TargetGroupCode(Codes.systemOf(code), code, today), today))
            .toList();
    if (known.size() > 1) {
      return refused(Note.Code.CODE_AMBIGUOUS);
    }
    return new CodeCell(known.isEmpty() ? digits : known.get(0), Note.Code.CODE_AS_NUMBER, null);
  }

  private static CodeCell refused(Note.Code why) {
    return new CodeCell(null, why, null);
  }
}
