package dk.borgermaaling.gateway.invitation;

import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.selection.SamplingMode;
import dk.borgermaaling.gateway.tables.Row;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Plans as the rows of a table say; where none does, the standard. */
public final class PlanRows implements PlanTable {
  private final List<Row> rows;
  private final PlanRules standard;

  public PlanRows(List<Row> rows, PlanRules standard) {
    this.rows = List.copyOf(rows);
    this.standard = standard;
  }

  /** Of the rows that hold, the one that names most: municipality before group before mode. */
  @Override
  public PlanRules of(
      MunicipalityCode municipality,
      @Nullable String surveyGroup,
      SamplingMode mode,
      LocalDate on) {
    return rows.stream()
        .filter(row -> row.period().contains(on))
        .map(Row::cells)
        .filter(
            cells ->
                isFor(cells.get(0), municipality.value())
                    && isFor(cells.get(1), surveyGroup)
                    && isFor(cells.get(2), mode.name()))
        .max(
            Comparator.<List<String>, Boolean>comparing(cells -> names(cells.get(0)))
                .thenComparing(cells -> names(cells.get(1)))
                .thenComparing(cells -> names(cells.get(2))))
        .map(SendingPlanTable::rules)
        .orElse(standard);
  }

  private static boolean isFor(String cell, @Nullable String value) {
    return !names(cell) || cell.equals(value);
  }

  private static boolean names(String cell) {
    return !cell.equals(SendingPlanTable.ALL);
  }
}
