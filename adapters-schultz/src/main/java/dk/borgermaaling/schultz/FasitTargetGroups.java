package dk.borgermaaling.schultz;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Each tenant's table from Fasit's ids of target groups to the codes of the act, by date. */
public interface FasitTargetGroups {
  /** The tenant's table as it is now. */
  Table of(String tenant);

  /** Takes these rows for a tenant that has none yet; a tenant that has some is left alone. */
  void fill(String tenant, List<Row> rows);

  /** One tenant's rows. */
  record Table(List<Row> rows) {
    public Table {
      rows = List.copyOf(rows);
    }

    /** Empty when the table does not know the id on this day: never a guess. */
    public Optional<Row> find(UUID fasitId, LocalDate on) {
      return rows.stream()
          .filter(row -> row.fasitId().equals(fasitId) && row.holds(on))
          .findFirst();
    }

    /** What the id last meant, on this day or before: for a group that the citizen has left. */
    public Optional<Row> findLast(UUID fasitId, LocalDate by) {
      return rows.stream()
          .filter(row -> row.fasitId().equals(fasitId) && !by.isBefore(row.validFrom()))
          .max(Comparator.comparing(Row::validFrom));
    }
  }

  /**
   * What one of Fasit's ids means, and when.
   *
   * @param codeSystem name of a {@link dk.borgermaaling.gateway.caseevent.CodeSystem}
   * @param validFrom first day, inclusive, Danish civil date
   * @param validTo first day on which it no longer holds; null when no end is known
   */
  record Row(
      UUID fasitId,
      String codeSystem,
      String code,
      LocalDate validFrom,
      @Nullable LocalDate validTo) {
    boolean holds(LocalDate on) {
      return !on.isBefore(validFrom) && (validTo == null || on.isBefore(validTo));
    }
  }
}
