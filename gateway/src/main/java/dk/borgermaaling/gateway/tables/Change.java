package dk.borgermaaling.gateway.tables;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One step of a change set. */
public sealed interface Change {
  /** A row that is not there yet. */
  record Add(List<String> cells, Period period) implements Change {
    public Add {
      cells = List.copyOf(cells);
    }
  }

  /**
   * Another end of a row.
   *
   * @param to first day on which it no longer holds; its own first day takes the row away, null
   *     leaves it without an end
   */
  record End(RowRef row, @Nullable LocalDate to) implements Change {}

  /**
   * Other values from a day on; before it the row stays as it was.
   *
   * @param cells all cells, with the key of the row
   * @param period of the new values
   */
  record Replace(RowRef row, List<String> cells, Period period) implements Change {
    public Replace {
      cells = List.copyOf(cells);
    }
  }
}
