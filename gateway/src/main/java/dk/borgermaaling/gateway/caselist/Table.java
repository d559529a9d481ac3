package dk.borgermaaling.gateway.caselist;

import dk.borgermaaling.gateway.caselist.SheetReader.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list with its headings told from its rows: the first row with at least two cells that are not
 * empty has the headings, so that a title above them does no harm.
 */
public final class Table {
  private static final int LAST_HEADING_ROW = 20;

  private final SheetReader reader;
  private final byte[] file;

  public Table(SheetReader reader, byte[] file) {
    this.reader = reader;
    this.file = file;
  }

  /** What a look at the whole list tells. {@code rows} are those below the headings. */
  public record Shape(Kind kind, Headings headings, int rows) {}

  /** Reads to the end and keeps nothing. */
  public Shape shape() {
    Split split = new Split((number, cells) -> true);
    Kind kind = reader.read(file, split);
    Headings headings = split.headings();
    if (split.below == 0) {
      throw new Unreadable(Unreadable.Reason.ONLY_HEADINGS);
    }
    return new Shape(kind, headings, split.below);
  }

  /** The headings alone; reads no further. */
  public Headings headings() {
    Split split = new Split((number, cells) -> false);
    reader.read(file, split);
    return split.headings();
  }

  /** Gives each row below the headings that has anything in it. */
  public void rows(SheetReader.Rows rows) {
    Split split = new Split(rows);
    reader.read(file, split);
    split.headings();
  }

  private static final class Split implements SheetReader.Rows {
    private final SheetReader.Rows rows;
    private @Nullable Headings found;
    private int below;

    Split(SheetReader.Rows rows) {
      this.rows = rows;
    }

    @Override
    public boolean row(int number, List<Cell> cells) {
      if (found != null) {
        below++;
        return rows.row(number, cells);
      }
      long filled = cells.stream().filter(cell -> !(cell instanceof Cell.Nothing)).count();
      if (filled < 2 && number <= LAST_HEADING_ROW) {
        return true;
      }
      found = headings(number, cells);
      return true;
    }

    private static Headings headings(int number, List<Cell> cells) {
      List<String> names = new ArrayList<>();
      for (Cell cell : cells) {
        if (CprCell.isNumber(cell)) {
          throw new Unreadable(Unreadable.Reason.NO_HEADINGS);
        }
        names.add(cell.shown());
      }
      return new Headings(number, names);
    }

    Headings headings() {
      if (found == null) {
        throw new Unreadable(Unreadable.Reason.EMPTY);
      }
      return found;
    }
  }
}
