package dk.borgermaaling.gateway.invitation.jpa;

import dk.borgermaaling.gateway.invitation.LetterUse;
import dk.borgermaaling.gateway.invitation.PlanRows;
import dk.borgermaaling.gateway.invitation.PlanRules;
import dk.borgermaaling.gateway.invitation.PlanTable;
import dk.borgermaaling.gateway.invitation.SendingPlanTable;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.kernel.Snapshot;
import dk.borgermaaling.gateway.selection.SamplingMode;
import dk.borgermaaling.gateway.survey.SurveyGroup;
import dk.borgermaaling.gateway.tables.EditableTable;
import dk.borgermaaling.gateway.tables.jpa.SqlEditableTable;
import dk.borgermaaling.gateway.tables.jpa.SqlTable;
import dk.borgermaaling.gateway.tables.jpa.SqlTable.SqlColumn;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * The plans in {@code ops.sending_plan_of_all}, as last read. Arms of trials are not among them.
 */
public final class SqlPlans implements PlanTable {
  private final SqlTable table;
  private final Snapshot<PlanRows> rows;

  public SqlPlans(Jdbi gateway, PlanRules standard) {
    table =
        new SqlTable(
            gateway,
            "ops.sending_plan_of_all",
            List.of(
                new SqlColumn("municipality_code", "text"),
                new SqlColumn("survey_group", "text"),
                new SqlColumn("mode", "text"),
                new SqlColumn("wait_hours", "smallint"),
                new SqlColumn("weekdays", "text"),
                new SqlColumn("opens", "smallint"),
                new SqlColumn("closes", "smallint"),
                new SqlColumn("first_channels", "text"),
                new SqlColumn("reminders", "text"),
                new SqlColumn("close_days", "smallint")));
    rows = new Snapshot<>("the table of plans", () -> new PlanRows(table.rows(), standard));
  }

  public void refresh() {
    rows.refresh();
  }

  @Override
  public PlanRules of(
      MunicipalityCode municipality,
      @Nullable String surveyGroup,
      SamplingMode mode,
      LocalDate on) {
    return rows.get().of(municipality, surveyGroup, mode, on);
  }

  /**
   * The table as operators edit it.
   *
   * @param groups that a plan can be about
   */
  public EditableTable editable(Supplier<List<SurveyGroup>> groups, LetterUse letters) {
    return new SqlEditableTable(
        SendingPlanTable.ID,
        SendingPlanTable.LABEL,
        SendingPlanTable.ABOUT,
        table,
        () -> SendingPlanTable.columns(groups.get()),
        rows -> SendingPlanTable.problemsOf(rows, letters));
  }
}
