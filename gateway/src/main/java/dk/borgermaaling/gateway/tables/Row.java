package dk.borgermaaling.gateway.tables;

import java.util.List;

/**
 * A row and when it holds. Cells are text in the order of the table's columns; an empty one is
 * empty text.
 */
public record Row(List<String> cells, Period period) {
  public Row {
    cells = List.copyOf(cells);
  }

  /** What the row is about: the cells of the key. */
  List<String> key(List<Column> columns) {
    return cells.subList(0, (int) columns.stream().filter(Column::key).count());
  }

  /** Names this row among those of the table: no two of one key begin on one day. */
  public RowRef ref(List<Column> columns) {
    return new RowRef(key(columns), period.from());
  }

  /** The same cells in another period. */
  Row in(Period other) {
    return new Row(cells, other);
  }
}
