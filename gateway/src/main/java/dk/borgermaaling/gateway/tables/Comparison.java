package dk.borgermaaling.gateway.tables;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The changes that make one table of another. */
public final class Comparison {
  private Comparison() {}

  /**
   * Changes from the table as it is to these rows, which are all rows: one that is not among them
   * is taken away.
   */
  public static List<Change> changes(TableContent now, List<Row> wanted, List<Column> columns) {
    Map<RowRef, Row> wantedByRef = new HashMap<>();
    wanted.forEach(row -> wantedByRef.put(row.ref(columns), row));
    List<Change> changes = new ArrayList<>();
    for (Row row : now.rows()) {
      RowRef ref = row.ref(columns);
      Row other = wantedByRef.remove(ref);
      if (other == null) {
        changes.add(new Change.End(ref, ref.from()));
      } else if (!other.cells().equals(row.cells())) {
        changes.add(new Change.Replace(ref, other.cells(), other.period()));
      } else if (!other.period().equals(row.period())) {
        changes.add(new Change.End(ref, other.period().to()));
      }
    }
    wanted.stream()
        .filter(row -> wantedByRef.containsKey(row.ref(columns)))
        .forEach(row -> changes.add(new Change.Add(row.cells(), row.period())));
    return changes;
  }
}
