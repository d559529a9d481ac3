package dk.borgermaaling.gateway.survey.jpa;

import dk.borgermaaling.gateway.caseevent.KnownTargetGroups;
import dk.borgermaaling.gateway.caseevent.TargetGroupCode;
import dk.borgermaaling.gateway.kernel.Snapshot;
import dk.borgermaaling.gateway.survey.ConversationTriggers;
import dk.borgermaaling.gateway.survey.SurveyGroup;
import dk.borgermaaling.gateway.survey.SurveyGroups;
import dk.borgermaaling.gateway.survey.SurveyTables;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** Survey groups, the mapping to them and the triggers, out of {@code ops}, as last read. */
public final class SqlSurveyGroups
    implements SurveyGroups, ConversationTriggers, KnownTargetGroups {
  private final Snapshot<SurveyTables> tables;

  public SqlSurveyGroups(Jdbi jdbi) {
    SqlSurveyTables source = new SqlSurveyTables(jdbi);
    this.tables = new Snapshot<>("the table of survey groups", source::read);
  }

  public void refresh() {
    tables.refresh();
  }

  /** All tables, as last read. */
  public SurveyTables tables() {
    return tables.get();
  }

  @Override
  public List<SurveyGroup> all(LocalDate on) {
    return tables().all(on);
  }

  @Override
  public Optional<SurveyGroup> byId(String id) {
    return tables().byId(id);
  }

  @Override
  public Mapping map(TargetGroupCode code, LocalDate on) {
    return tables().map(code, on);
  }

  @Override
  public Mapping mapLast(TargetGroupCode code, LocalDate by) {
    return tables().mapLast(code, by);
  }

  @Override
  public boolean knows(TargetGroupCode code, LocalDate on) {
    return tables().knows(code, on);
  }

  @Override
  public boolean knewBy(TargetGroupCode code, LocalDate day) {
    return tables().knewBy(code, day);
  }

  @Override
  public List<TargetGroupCode> codes(LocalDate on) {
    return tables().codes(on);
  }

  @Override
  public boolean triggersSome(int typeId, LocalDate on) {
    return tables().triggersSome(typeId, on);
  }

  @Override
  public boolean triggers(int typeId, String surveyGroup, LocalDate on) {
    return tables().triggers(typeId, surveyGroup, on);
  }
}
