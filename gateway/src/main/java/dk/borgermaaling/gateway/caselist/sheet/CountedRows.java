package dk.borgermaaling.gateway.caselist.sheet;

import dk.borgermaaling.gateway.caselist.Cell;
import dk.borgermaaling.gateway.caselist.ListLimits;
import dk.borgermaaling.gateway.caselist.SheetReader.Rows;
import dk.borgermaaling.gateway.caselist.Unreadable;
import dk.borgermaaling.gateway.caselist.Unreadable.Reason;
import java.util.List;

/** Passes rows on without empty cells at their ends, and without empty rows; counts them. */
final class CountedRows implements Rows {
  /** Titles and headings above the rows. */
  private static final int ABOVE = 20;

  private final Rows rows;
  private final ListLimits limits;
  private int seen;

  CountedRows(Rows rows, ListLimits limits) {
    this.rows = rows;
    this.limits = limits;
  }

  @Override
  public boolean row(int number, List<Cell> cells) {
    int last = cells.size();
    while (last > 0 && cells.get(last - 1) instanceof Cell.Nothing) {
      last--;
    }
    if (last == 0) {
      return true;
    }
    if (last > limits.columns()) {
      throw new Unreadable(Reason.TOO_MANY_COLUMNS);
    }
    if (++seen > limits.rows() + ABOVE) {
      throw new Unreadable(Reason.TOO_MANY_ROWS);
    }
    return rows.row(number, List.copyOf(cells.subList(0, last)));
  }
}
