package dk.borgermaaling.gateway.caselist;

/** A file that is not read, and why; nothing of what is in it. */
public final class Unreadable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Reason reason;

  public Unreadable(Reason reason) {
    super("the list is not read: " + reason, null, false, false);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }

  /** Why a file is not read. */
  public enum Reason {
    /** No byte, or no row. */
    EMPTY,
    /** Headings and no row below. */
    ONLY_HEADINGS,
    /** The first row of more than one cell holds a CPR number. */
    NO_HEADINGS,
    /** Another kind of file, whatever its name says. */
    NO_LIST,
    /** Excel before 2007, or a workbook with a password: both look the same from outside. */
    OLD_OR_LOCKED,
    /** Damaged, or made to do harm. */
    DAMAGED,
    /** Lines in UTF-8 and lines in Windows-1252. */
    MIXED_ENCODING,
    TOO_MANY_BYTES,
    /** Unpacked it is larger than any list of so many rows. */
    TOO_MANY_UNPACKED,
    TOO_MANY_ROWS,
    TOO_MANY_COLUMNS,
    CELL_TOO_LONG
  }
}
