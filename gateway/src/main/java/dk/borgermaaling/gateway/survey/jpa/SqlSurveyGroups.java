package dk.borgermaaling.gateway.survey.jpa;

import dk.borgermaaling.gateway.caseevent.KnownTargetGroups;
import dk.borgermaaling.gateway.caseevent.TargetGroupCode;
import dk.borgermaaling.gateway.kernel.Snapshot;
import dk.borgermaaling.gateway.survey.ConversationTriggers;
import dk.borgermaaling.gateway.survey.SurveyGroup;
import dk.borgermaaling.gateway.survey.SurveyGroups;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;

/** Survey groups, the mapping to them and the triggers, out of {@code ops}, as last read. */
public final class SqlSurveyGroups
    implements SurveyGroups, ConversationTriggers, KnownTargetGroups {
  private final Snapshot<Tables> tables;

  public SqlSurveyGroups(Jdbi jdbi) {
    this.tables = new Snapshot<>("the table of survey groups", () -> read(jdbi));
  }

  public void refresh() {
    tables.refresh();
  }

  @Override
  public List<SurveyGroup> all(LocalDate on) {
    return tables.get().groups().stream()
        .filter(row -> row.period().contains(on))
        .map(GroupRow::group)
        .toList();
  }

  @Override
  public Optional<SurveyGroup> byId(String id) {
    return tables.get().groups().stream()
        .map(GroupRow::group)
        .filter(group -> group.id().equals(id))
        .reduce((older, newer) -> newer);
  }

  @Override
  public Mapping map(TargetGroupCode code, LocalDate on) {
    return mapping(code, on)
        .map(row -> row.surveyGroup() == null ? new Mapping.NotSurveyed() : surveyed(row, on))
        .orElseGet(Mapping.Unknown::new);
  }

  @Override
  public Mapping mapLast(TargetGroupCode code, LocalDate by) {
    return daysKnown(code, by)
        .max(LocalDate::compareTo)
        .map(day -> map(code, day))
        .orElseGet(Mapping.Unknown::new);
  }

  private Mapping surveyed(MappingRow row, LocalDate on) {
    return all(on).stream()
        .filter(group -> group.id().equals(row.surveyGroup()))
        .findFirst()
        .<Mapping>map(Mapping.Surveyed::new)
        .orElseGet(Mapping.NotSurveyed::new);
  }

  private Optional<MappingRow> mapping(TargetGroupCode code, LocalDate on) {
    return mappings(code).filter(row -> row.period().contains(on)).findFirst();
  }

  /** The last day of each period in which the table knows the code, none of them after this one. */
  private Stream<LocalDate> daysKnown(TargetGroupCode code, LocalDate by) {
    return mappings(code)
        .map(MappingRow::period)
        .filter(period -> !by.isBefore(period.from()))
        .map(period -> period.lastDay(by));
  }

  private Stream<MappingRow> mappings(TargetGroupCode code) {
    return tables.get().mappings().stream()
        .filter(row -> row.system().equals(code.system()) && row.code().equals(code.code()));
  }

  @Override
  public boolean knows(TargetGroupCode code, LocalDate on) {
    return mapping(code, on).isPresent();
  }

  @Override
  public boolean knewBy(TargetGroupCode code, LocalDate day) {
    return daysKnown(code, day).findAny().isPresent();
  }

  @Override
  public boolean triggersSome(int typeId, LocalDate on) {
    return tables.get().triggers().stream()
        .anyMatch(row -> row.typeId() == typeId && row.period().contains(on));
  }

  @Override
  public boolean triggers(int typeId, String surveyGroup, LocalDate on) {
    return tables.get().triggers().stream()
        .anyMatch(
            row ->
                row.typeId() == typeId
                    && row.surveyGroup().equals(surveyGroup)
                    && row.period().contains(on));
  }

  private static Tables read(Jdbi jdbi) {
    return jdbi.withHandle(
        handle ->
            new Tables(
                rows(
                    handle,
                    "SELECT * FROM ops.survey_group ORDER BY position, valid_from",
                    (row, context) ->
                        new GroupRow(
                            new SurveyGroup(row.getString("id"), row.getString("name")),
                            period(row))),
                rows(
                    handle,
                    "SELECT * FROM ops.target_group_mapping",
                    (row, context) ->
                        new MappingRow(
                            row.getString("code_system"),
                            row.getString("code"),
                            row.getString("survey_group"),
                            period(row))),
                rows(
                    handle,
                    "SELECT * FROM ops.conversation_trigger",
                    (row, context) ->
                        new TriggerRow(
                            row.getInt("type_id"), row.getString("survey_group"), period(row)))));
  }

  private static <T> List<T> rows(Handle handle, String sql, RowMapper<T> mapper) {
    return handle.createQuery(sql).map(mapper).list();
  }

  private static Period period(ResultSet row) throws SQLException {
    return new Period(
        row.getObject("valid_from", LocalDate.class), row.getObject("valid_to", LocalDate.class));
  }

  private record Tables(
      List<GroupRow> groups, List<MappingRow> mappings, List<TriggerRow> triggers) {}

  private record GroupRow(SurveyGroup group, Period period) {}

  private record MappingRow(
      String system, String code, @Nullable String surveyGroup, Period period) {}

  private record TriggerRow(int typeId, String surveyGroup, Period period) {}

  private record Period(LocalDate from, @Nullable LocalDate to) {
    boolean contains(LocalDate day) {
      return !day.isBefore(from) && (to == null || day.isBefore(to));
    }

    /** The last day in it that is not after this one. */
    LocalDate lastDay(LocalDate by) {
      return to == null || by.isBefore(to) ? by : to.minusDays(1);
    }
  }
}
