package dk.borgermaaling.gateway.tables.jpa;

import dk.borgermaaling.gateway.tables.Row;
import dk.borgermaaling.gateway.tables.TableRows;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Tables that belong together, by their id. */
public final class SqlTables {
  private final Map<String, SqlTable> tables;

  public SqlTables(Map<String, SqlTable> tables) {
    this.tables = Map.copyOf(tables);
  }

  /** As they are in the open transaction, or as committed. */
  public TableRows read() {
    Map<String, List<Row>> rows = new HashMap<>();
    tables.forEach((id, table) -> rows.put(id, table.rows()));
    return new TableRows(rows);
  }

  /** One of them. */
  public SqlTable table(String id) {
    SqlTable table = tables.get(id);
    if (table == null) {
      throw new IllegalStateException(id + " has no table");
    }
    return table;
  }
}
