package dk.borgermaaling.gateway.caselist;

import org.jspecify.annotations.Nullable;

/**
 * Something to say about a row; nothing of what is in it.
 *
 * @param row as a spreadsheet numbers it
 * @param field which cell; absent when it is the row as a whole
 * @param other another row that it is about as well; 0 for none
 */
public record Note(int row, @Nullable Field field, Code code, int other) {
  public Note(int row, @Nullable Field field, Code code) {
    this(row, field, code, 0);
  }

  /** What it means for the row. */
  public enum Level {
    /** Nothing of the row is registered. */
    ERROR,
    /** An event of the row is set aside until an operator has mended a table. */
    SET_ASIDE,
    /** It is registered, and this is how it was read. */
    REMARK
  }

  /** What there is to say; the name is stored. */
  public enum Code {
    CPR_MISSING(Level.ERROR),
    CPR_INVALID(Level.ERROR),
    /** Written as 1,01E+09: the digits are lost. */
    CPR_SHORTENED(Level.ERROR),
    CPR_ZERO_ADDED(Level.REMARK),
    OTHER_MUNICIPALITY(Level.ERROR),
    CASE_ID_INVALID(Level.ERROR),
    CASE_ID_IS_CPR(Level.ERROR),
    CELL_BROKEN(Level.ERROR),
    DATE_INVALID(Level.ERROR),
    DATE_SHORT_YEAR(Level.ERROR),
    DATE_OUT_OF_RANGE(Level.ERROR),
    DATE_IN_FUTURE(Level.ERROR),
    /** A number that the workbook does not show as a date, in a column of dates. */
    DATE_FROM_NUMBER(Level.REMARK),
    /** The day the course is to end lies ahead; so far nothing has ended. */
    COURSE_NOT_ENDED(Level.REMARK),
    END_BEFORE_START(Level.ERROR),
    GROUP_WITHOUT_START(Level.ERROR),
    START_WITHOUT_GROUP(Level.ERROR),
    TYPE_MISSING(Level.ERROR),
    FORM_MISSING(Level.ERROR),
    /** A spreadsheet has made 6 January of 6.1. */
    CODE_IS_DATE(Level.ERROR),
    /** The number 6.1 may be the code 6.1 or 6.10. */
    CODE_AMBIGUOUS(Level.ERROR),
    /** A number with one reading among the codes that there are. */
    CODE_AS_NUMBER(Level.REMARK),
    WORD_UNKNOWN(Level.ERROR),
    CODE_UNKNOWN(Level.SET_ASIDE),
    LEFT_OUT(Level.REMARK),
    NOTHING_TOLD(Level.REMARK),
    /** Another row tells the same thing otherwise. */
    CONTRADICTS(Level.ERROR),
    /** The way in has refused it. */
    REFUSED(Level.ERROR);

    private final Level level;

    Code(Level level) {
      this.level = level;
    }

    public Level level() {
      return level;
    }
  }
}
