package dk.borgermaaling.gateway.caselist;

import java.util.List;

/** Reads the rows of a file, whatever kind of file it is; {@code sheet} implements it. */
public interface SheetReader {
  /**
   * Gives each row that has anything in it, in order, until the last or until {@code rows} has
   * enough. Holds one row at a time.
   *
   * @return what kind of file it is
   * @throws Unreadable when the file is no list, or is beyond a limit
   */
  Kind read(byte[] file, Rows rows);

  /** Takes the rows of a file. */
  interface Rows {
    /**
     * Takes a row.
     *
     * @param number from 1, as a spreadsheet numbers it; a CSV file's records are counted
     * @return whether it wants more
     */
    boolean row(int number, List<Cell> cells);
  }

  /** The kinds of files that are read. */
  enum Kind {
    XLSX,
    CSV
  }
}
