package dk.borgermaaling.gateway.caselist;

import dk.borgermaaling.gateway.caselist.RowReading.Read;
import java.util.ArrayList;
import java.util.List;

/**
 * A file read by its columns and words, row for row, after a first reading has found out what it
 * tells more than once.
 */
final class ListFile {
  private final Table table;
  private final RowReading reading;
  private final WithinFile within = new WithinFile();

  ListFile(Table table, RowReading reading) {
    this.table = table;
    this.reading = reading;
    table.rows(
        (number, cells) -> {
          reading.read(number, cells).drafts().forEach(within::add);
          return true;
        });
  }

  /** Takes a row as it is read. */
  interface Rows {
    /** Takes it, and says whether the next one is wanted. */
    boolean row(ReadRow row);
  }

  /**
   * A row with what it tells for the first time in its file.
   *
   * @param repeats how many things an earlier row tells in the same way
   */
  record ReadRow(int number, Read read, List<Draft> drafts, List<Note> notes, int repeats) {}

  /** Gives the rows, in order, as long as they are wanted. */
  void read(Rows rows) {
    table.rows((number, cells) -> rows.row(row(reading.read(number, cells))));
  }

  /** A row of which one thing is contradicted is not believed at all. */
  private ReadRow row(Read read) {
    List<Note> notes = new ArrayList<>(read.notes());
    List<Draft> first = new ArrayList<>();
    int repeats = 0;
    boolean contradicted = false;
    for (Draft draft : read.drafts()) {
      Integer other = within.contradictionOf(draft).orElse(0);
      if (other != 0) {
        notes.add(new Note(read.row(), null, Note.Code.CONTRADICTS, other));
        contradicted = true;
      } else if (within.isRepeat(draft)) {
        repeats++;
      } else {
        first.add(draft);
      }
    }
    return new ReadRow(
        read.row(), read, contradicted ? List.of() : first, notes, contradicted ? 0 : repeats);
  }
}
