package dk.borgermaaling.gateway.selection.jpa;

import dk.borgermaaling.gateway.selection.SelectionTable;
import dk.borgermaaling.gateway.selection.TermsTables;
import dk.borgermaaling.gateway.survey.SurveyGroup;
import dk.borgermaaling.gateway.tables.Column;
import dk.borgermaaling.gateway.tables.EditableTable;
import dk.borgermaaling.gateway.tables.Row;
import dk.borgermaaling.gateway.tables.TableDiff;
import dk.borgermaaling.gateway.tables.jpa.SqlTable;
import dk.borgermaaling.gateway.tables.jpa.SqlTable.SqlColumn;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;

/** The tables of selection in {@code ops}: as they are in the open transaction, and for editing. */
public final class SqlSelectionTables {
  private final Map<SelectionTable, SqlTable> tables = new EnumMap<>(SelectionTable.class);

  public SqlSelectionTables(Jdbi jdbi) {
    tables.put(
        SelectionTable.TERMS,
        new SqlTable(
            jdbi,
            "ops.selection_terms",
            List.of(
                new SqlColumn("municipality_code", "text"),
                new SqlColumn("mode", "text"),
                new SqlColumn("minimum_weeks", "smallint"),
                new SqlColumn("quarantine_weeks", "smallint"),
                new SqlColumn("asks_protected", "boolean"),
                new SqlColumn("needs_conversation", "boolean"),
                new SqlColumn("paused", "boolean"))));
    tables.put(
        SelectionTable.SAMPLING,
        new SqlTable(
            jdbi,
            "ops.sampling",
            List.of(
                new SqlColumn("municipality_code", "text"),
                new SqlColumn("survey_group", "text"),
                new SqlColumn("percent", "smallint"),
                new SqlColumn("target", "integer"))));
  }

  public TermsTables read() {
    Map<SelectionTable, List<Row>> rows = new EnumMap<>(SelectionTable.class);
    tables.forEach((table, sql) -> rows.put(table, sql.rows()));
    return new TermsTables(rows);
  }

  /**
   * One of them, as operators edit it.
   *
   * @param groups that a sampling can be about
   */
  public EditableTable editable(SelectionTable table, Supplier<List<SurveyGroup>> groups) {
    return new Editable(table, sql(table), groups);
  }

  private SqlTable sql(SelectionTable table) {
    SqlTable sql = tables.get(table);
    if (sql == null) {
      throw new IllegalStateException(table + " has no table");
    }
    return sql;
  }

  private record Editable(SelectionTable table, SqlTable sql, Supplier<List<SurveyGroup>> groups)
      implements EditableTable {
    @Override
    public String id() {
      return table.id();
    }

    @Override
    public String name() {
      return table.label();
    }

    @Override
    public String about() {
      return table.about();
    }

    @Override
    public List<Column> columns() {
      return table.columns(groups.get());
    }

    @Override
    public List<Row> rows() {
      return sql.rows();
    }

    @Override
    public List<String> problemsOf(List<Row> rows) {
      return table.problemsOf(rows);
    }

    @Override
    public void apply(TableDiff diff) {
      sql.apply(diff);
    }
  }
}
