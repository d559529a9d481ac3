package dk.borgermaaling.gateway.tables;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The rows of tables that belong together, as they are or as they would be after a change. */
public final class TableRows {
  private static final Period ALWAYS = new Period(LocalDate.of(1900, 1, 1), null);

  private final Map<String, List<Row>> rows;

  /**
   * @param rows by id of the table
   */
  public TableRows(Map<String, List<Row>> rows) {
    this.rows = Map.copyOf(rows);
  }

  /** Those of a table; none where it has none. */
  public List<Row> of(String table) {
    return rows.getOrDefault(table, List.of());
  }

  /**
   * The same, with another content of one table; a table that is not among these changes nothing.
   */
  public TableRows with(TableContent content) {
    Map<String, List<Row>> others = new HashMap<>(rows);
    others.replace(content.table(), content.rows());
    return new TableRows(others);
  }

  /** What holds on a day, as if it had always held and always would. */
  public TableRows always(LocalDate day) {
    return new TableRows(
        rows.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, table -> heldOn(day, table.getValue()))));
  }

  private static List<Row> heldOn(LocalDate day, List<Row> rows) {
    return rows.stream()
        .filter(row -> row.period().contains(day))
        .map(row -> row.in(ALWAYS))
        .toList();
  }
}
