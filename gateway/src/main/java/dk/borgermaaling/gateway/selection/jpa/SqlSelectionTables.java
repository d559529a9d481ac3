package dk.borgermaaling.gateway.selection.jpa;

import dk.borgermaaling.gateway.selection.SelectionTable;
import dk.borgermaaling.gateway.selection.TermsTables;
import dk.borgermaaling.gateway.survey.SurveyGroup;
import dk.borgermaaling.gateway.tables.EditableTable;
import dk.borgermaaling.gateway.tables.jpa.SqlEditableTable;
import dk.borgermaaling.gateway.tables.jpa.SqlTable;
import dk.borgermaaling.gateway.tables.jpa.SqlTable.SqlColumn;
import dk.borgermaaling.gateway.tables.jpa.SqlTables;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;

/** The tables of selection in {@code ops}: as they are in the open transaction, and for editing. */
public final class SqlSelectionTables {
  private final SqlTables tables;

  public SqlSelectionTables(Jdbi jdbi) {
    tables =
        new SqlTables(
            Map.of(
                SelectionTable.TERMS.id(),
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
                        new SqlColumn("paused", "boolean"))),
                SelectionTable.SAMPLING.id(),
                new SqlTable(
                    jdbi,
                    "ops.sampling",
                    List.of(
                        new SqlColumn("municipality_code", "text"),
                        new SqlColumn("survey_group", "text"),
                        new SqlColumn("percent", "smallint"),
                        new SqlColumn("target", "integer")))));
  }

  public TermsTables read() {
    return new TermsTables(tables.read());
  }

  /**
   * One of them, as operators edit it.
   *
   * @param groups that a sampling can be about
   */
  public EditableTable editable(SelectionTable table, Supplier<List<SurveyGroup>> groups) {
    return new SqlEditableTable(
        table.id(),
        table.label(),
        table.about(),
        tables.table(table.id()),
        () -> table.columns(groups.get()),
        table::problemsOf);
  }
}
