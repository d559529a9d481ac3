package dk.borgermaaling.gateway.survey;

import dk.borgermaaling.gateway.caseevent.KnownTargetGroups;
import dk.borgermaaling.gateway.caseevent.TargetGroupCode;
import dk.borgermaaling.gateway.tables.Period;
import dk.borgermaaling.gateway.tables.Row;
import dk.borgermaaling.gateway.tables.TableContent;
import dk.borgermaaling.gateway.tables.TableRows;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Survey groups, the mapping of codes to them and the triggers, as they are or as they would be
 * after a change.
 */
public final class SurveyTables implements SurveyGroups, ConversationTriggers, KnownTargetGroups {
  private final TableRows rows;
  private final List<GroupRow> groups;
  private final Map<List<String>, List<MappingRow>> mappings;
  private final List<TriggerRow> triggers;

  public SurveyTables(TableRows rows) {
    this.rows = rows;
    this.groups =
        of(SurveyTable.GROUPS)
            .map(GroupRow::of)
            .sorted(
                Comparator.comparingInt(GroupRow::position)
                    .thenComparing(row -> row.period().from()))
            .toList();
    this.mappings =
        of(SurveyTable.TARGET_GROUPS)
            .collect(
                Collectors.groupingBy(
                    row -> row.cells().subList(0, 2),
                    Collectors.mapping(
                        row -> new MappingRow(row.cells().get(2), row.period()),
                        Collectors.toList())));
    this.triggers = of(SurveyTable.TRIGGERS).map(TriggerRow::of).toList();
  }

  /** The same, with another content of one table; other tables than these change nothing. */
  public SurveyTables with(TableContent content) {
    return new SurveyTables(rows.with(content));
  }

  /** What holds on a day, as if it had always held and always would. */
  public SurveyTables always(LocalDate day) {
    return new SurveyTables(rows.always(day));
  }

  private Stream<Row> of(SurveyTable table) {
    return rows(table).stream();
  }

  List<Row> rows(SurveyTable table) {
    return rows.of(table.id());
  }

  @Override
  public List<SurveyGroup> all(LocalDate on) {
    return groups.stream().filter(row -> row.period().contains(on)).map(GroupRow::group).toList();
  }

  @Override
  public Optional<SurveyGroup> byId(String id) {
    return groups.stream()
        .filter(row -> row.group().id().equals(id))
        .max(Comparator.comparing(row -> row.period().from()))
        .map(GroupRow::group);
  }

  /** The periods of a group, in no order. */
  List<Period> periodsOf(String group) {
    return groups.stream()
        .filter(row -> row.group().id().equals(group))
        .map(GroupRow::period)
        .toList();
  }

  @Override
  public Mapping map(TargetGroupCode code, LocalDate on) {
    return mapping(code, on)
        .map(row -> row.group().isEmpty() ? new Mapping.NotSurveyed() : surveyed(row, on))
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
    return groups.stream()
        .filter(group -> group.period().contains(on) && group.group().id().equals(row.group()))
        .findFirst()
        .<Mapping>map(group -> new Mapping.Surveyed(group.group()))
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
        .map(period -> lastDay(period, by));
  }

  private static LocalDate lastDay(Period period, LocalDate by) {
    LocalDate last = period.lastDay();
    return last == null || by.isBefore(last) ? by : last;
  }

  private Stream<MappingRow> mappings(TargetGroupCode code) {
    return mappings.getOrDefault(List.of(code.system(), code.code()), List.of()).stream();
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
  public List<TargetGroupCode> codes(LocalDate on) {
    return mappings.entrySet().stream()
        .filter(entry -> entry.getValue().stream().anyMatch(row -> row.period().contains(on)))
        .map(entry -> new TargetGroupCode(entry.getKey().get(0), entry.getKey().get(1), on))
        .toList();
  }

  @Override
  public boolean triggersSome(int typeId, LocalDate on) {
    return triggers.stream().anyMatch(row -> row.typeId() == typeId && row.period().contains(on));
  }

  @Override
  public boolean triggers(int typeId, String surveyGroup, LocalDate on) {
    return triggers.stream()
        .anyMatch(
            row ->
                row.typeId() == typeId
                    && row.group().equals(surveyGroup)
                    && row.period().contains(on));
  }

  private record GroupRow(SurveyGroup group, int position, Period period) {
    static GroupRow of(Row row) {
      return new GroupRow(
          new SurveyGroup(row.cells().get(0), row.cells().get(1)),
          Integer.parseInt(row.cells().get(2)),
          row.period());
    }
  }

  /** {@code group} is empty when the code is known and not surveyed. */
  private record MappingRow(String group, Period period) {}

  private record TriggerRow(int typeId, String group, Period period) {
    static TriggerRow of(Row row) {
      return new TriggerRow(Integer.parseInt(row.cells().get(0)), row.cells().get(1), row.period());
    }
  }
}
