package dk.borgermaaling.gateway.tables.jpa;

import dk.borgermaaling.gateway.tables.Column;
import dk.borgermaaling.gateway.tables.EditableTable;
import dk.borgermaaling.gateway.tables.Row;
import dk.borgermaaling.gateway.tables.TableDiff;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A table of the database as operators edit it.
 *
 * @param choices the columns with what can be chosen now
 * @param rules what is wrong with these rows beyond cells, keys and periods
 */
public record SqlEditableTable(
    String id,
    String name,
    String about,
    SqlTable sql,
    Supplier<List<Column>> choices,
    Function<List<Row>, List<String>> rules)
    implements EditableTable {
  @Override
  public List<Column> columns() {
    return choices.get();
  }

  @Override
  public List<Row> rows() {
    return sql.rows();
  }

  @Override
  public List<String> problemsOf(List<Row> rows) {
    return rules.apply(rows);
  }

  @Override
  public void apply(TableDiff diff) {
    sql.apply(diff);
  }
}
