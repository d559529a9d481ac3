package dk.borgermaaling.gateway.tables;

import java.util.ArrayList;
import java.util.List;

/** What a change does to the rows: those that go, and those that come. */
public record TableDiff(List<Row> removed, List<Row> added) {
  public static final TableDiff NOTHING = new TableDiff(List.of(), List.of());

  public TableDiff {
    removed = List.copyOf(removed);
    added = List.copyOf(added);
  }

  /** From one content of a table to another, in the order of the rows. */
  static TableDiff between(TableContent before, TableContent after) {
    List<Row> removed = new ArrayList<>(before.rows());
    removed.removeAll(after.rows());
    List<Row> added = new ArrayList<>(after.rows());
    added.removeAll(before.rows());
    return new TableDiff(removed, added);
  }

  public boolean isEmpty() {
    return removed.isEmpty() && added.isEmpty();
  }
}
