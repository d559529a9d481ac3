package dk.borgermaaling.gateway.tables.jpa;

import dk.borgermaaling.gateway.tables.Period;
import dk.borgermaaling.gateway.tables.Row;
import dk.borgermaaling.gateway.tables.TableDiff;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * A table of the database with columns of cells and {@code valid_from} and {@code valid_to}, the
 * latter exclusive. An empty cell is NULL.
 */
public final class SqlTable {
  /**
   * A column.
   *
   * @param name as in the database; never from outside
   * @param type its type in the database, for example {@code integer}
   */
  public record SqlColumn(String name, String type) {}

  private final Jdbi jdbi;
  private final int width;
  private final String select;
  private final String insert;
  private final String delete;

  /**
   * @param table schema and name; never from outside
   */
  public SqlTable(Jdbi gateway, String table, List<SqlColumn> columns) {
    this.jdbi = gateway;
    this.width = columns.size();
    String names = columns.stream().map(SqlColumn::name).collect(Collectors.joining(", "));
    List<String> values =
        IntStream.range(0, width)
            .mapToObj(i -> "CAST(:cell%d AS %s)".formatted(i, columns.get(i).type()))
            .toList();
    this.select =
        "SELECT %s, valid_from, valid_to FROM %s"
            .formatted(
                columns.stream()
                    .map(column -> "CAST(" + column.name() + " AS text)")
                    .collect(Collectors.joining(", ")),
                table);
    this.insert =
        "INSERT INTO %s (%s, valid_from, valid_to) VALUES (%s, :from, :to)"
            .formatted(table, names, String.join(", ", values));
    this.delete =
        "DELETE FROM %s WHERE (%s, valid_to) IS NOT DISTINCT FROM (%s, CAST(:to AS date))"
                .formatted(table, names, String.join(", ", values))
            + " AND valid_from = :from";
  }

  public List<Row> rows() {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(select)
                .map(
                    (row, context) -> {
                      List<String> cells = new ArrayList<>();
                      for (int i = 1; i <= width; i++) {
                        cells.add(Objects.toString(row.getString(i), ""));
                      }
                      return new Row(
                          cells,
                          new Period(
                              row.getObject("valid_from", LocalDate.class),
                              row.getObject("valid_to", LocalDate.class)));
                    })
                .list());
  }

  /** Removes before it adds, so that periods never overlap in between. */
  public void apply(TableDiff diff) {
    jdbi.useHandle(
        handle -> {
          int removed = execute(handle, delete, diff.removed());
          int added = execute(handle, insert, diff.added());
          if (removed != diff.removed().size() || added != diff.added().size()) {
            throw new IllegalStateException("the table was changed by somebody else meanwhile");
          }
        });
  }

  private int execute(Handle handle, String sql, List<Row> rows) {
    if (rows.isEmpty()) {
      return 0;
    }
    var batch = handle.prepareBatch(sql);
    for (Row row : rows) {
      for (int i = 0; i < width; i++) {
        String cell = row.cells().get(i);
        batch.bindByType("cell" + i, cell.isEmpty() ? null : cell, String.class);
      }
      batch
          .bind("from", row.period().from())
          .bindByType("to", row.period().to(), LocalDate.class)
          .add();
    }
    return IntStream.of(batch.execute()).sum();
  }
}
