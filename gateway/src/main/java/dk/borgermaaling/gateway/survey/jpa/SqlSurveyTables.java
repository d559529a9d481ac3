package dk.borgermaaling.gateway.survey.jpa;

import dk.borgermaaling.gateway.survey.SurveyTable;
import dk.borgermaaling.gateway.survey.SurveyTables;
import dk.borgermaaling.gateway.tables.Column;
import dk.borgermaaling.gateway.tables.EditableTable;
import dk.borgermaaling.gateway.tables.Row;
import dk.borgermaaling.gateway.tables.TableDiff;
import dk.borgermaaling.gateway.tables.jpa.SqlTable;
import dk.borgermaaling.gateway.tables.jpa.SqlTable.SqlColumn;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;

/**
 * The tables of the survey in {@code ops}: as they are in the open transaction, and for editing.
 */
public final class SqlSurveyTables {
  private final Map<SurveyTable, SqlTable> tables = new EnumMap<>(SurveyTable.class);

  public SqlSurveyTables(Jdbi jdbi) {
    tables.put(
        SurveyTable.TARGET_GROUPS,
        new SqlTable(
            jdbi,
            "ops.target_group_mapping",
            List.of(text("code_system"), text("code"), text("survey_group"))));
    tables.put(
        SurveyTable.TRIGGERS,
        new SqlTable(
            jdbi,
            "ops.conversation_trigger",
            List.of(new SqlColumn("type_id", "integer"), text("survey_group"))));
    tables.put(
        SurveyTable.GROUPS,
        new SqlTable(
            jdbi,
            "ops.survey_group",
            List.of(text("id"), text("name"), new SqlColumn("position", "integer"))));
  }

  private static SqlColumn text(String name) {
    return new SqlColumn(name, "text");
  }

  public SurveyTables read() {
    Map<SurveyTable, List<Row>> rows = new EnumMap<>(SurveyTable.class);
    tables.forEach((table, sql) -> rows.put(table, sql.rows()));
    return new SurveyTables(rows);
  }

  /** One of them, as operators edit it. */
  public EditableTable editable(SurveyTable table) {
    return new Editable(table, this);
  }

  private SqlTable sql(SurveyTable table) {
    SqlTable sql = tables.get(table);
    if (sql == null) {
      throw new IllegalStateException(table + " has no table");
    }
    return sql;
  }

  private record Editable(SurveyTable table, SqlSurveyTables all) implements EditableTable {
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
      return table.columns(all.read());
    }

    @Override
    public List<Row> rows() {
      return all.sql(table).rows();
    }

    @Override
    public List<String> problemsOf(List<Row> rows) {
      return table.problemsOf(all.read(), rows);
    }

    @Override
    public void apply(TableDiff diff) {
      all.sql(table).apply(diff);
    }
  }
}
