package dk.borgermaaling.gateway.survey.jpa;

import dk.borgermaaling.gateway.survey.SurveyTable;
import dk.borgermaaling.gateway.survey.SurveyTables;
import dk.borgermaaling.gateway.tables.EditableTable;
import dk.borgermaaling.gateway.tables.jpa.SqlEditableTable;
import dk.borgermaaling.gateway.tables.jpa.SqlTable;
import dk.borgermaaling.gateway.tables.jpa.SqlTable.SqlColumn;
import dk.borgermaaling.gateway.tables.jpa.SqlTables;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;

/**
 * The tables of the survey in {@code ops}: as they are in the open transaction, and for editing.
 */
public final class SqlSurveyTables {
  private final SqlTables tables;

  public SqlSurveyTables(Jdbi jdbi) {
    tables =
        new SqlTables(
            Map.of(
                SurveyTable.TARGET_GROUPS.id(),
                new SqlTable(
                    jdbi,
                    "ops.target_group_mapping",
                    List.of(text("code_system"), text("code"), text("survey_group"))),
                SurveyTable.TRIGGERS.id(),
                new SqlTable(
                    jdbi,
                    "ops.conversation_trigger",
                    List.of(new SqlColumn("type_id", "integer"), text("survey_group"))),
                SurveyTable.GROUPS.id(),
                new SqlTable(
                    jdbi,
                    "ops.survey_group",
                    List.of(text("id"), text("name"), new SqlColumn("position", "integer")))));
  }

  private static SqlColumn text(String name) {
    return new SqlColumn(name, "text");
  }

  public SurveyTables read() {
    return new SurveyTables(tables.read());
  }

  /** One of them, as operators edit it. */
  public EditableTable editable(SurveyTable table) {
    return new SqlEditableTable(
        table.id(),
        table.label(),
        table.about(),
        tables.table(table.id()),
        () -> table.columns(read()),
        rows -> table.problemsOf(read(), rows));
  }
}
