package dk.borgermaaling.gateway.reporting.jpa;

import dk.borgermaaling.gateway.reporting.Coordinates;
import dk.borgermaaling.gateway.reporting.Figures;
import dk.borgermaaling.gateway.reporting.ResultStore;
import dk.borgermaaling.gateway.reporting.Results;
import dk.borgermaaling.gateway.reporting.Turnout;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Reads the cells and the turnout, unsuppressed, as the report role. */
public final class SqlResultStore implements ResultStore {
  private static final String TURNOUT =
      """
      SELECT CASE GROUPING(municipality_code) WHEN 1 THEN 'ALL' ELSE municipality_code END AS municipality_code,
             CASE GROUPING(survey_group) WHEN 1 THEN 'ALL' ELSE survey_group END AS survey_group,
             sum(coalesce(invited, 0)) AS invited, sum(coalesce(responses, 0)) AS responses
      FROM report.participation
      FULL JOIN report.response_count USING (municipality_code, survey_group)
      WHERE coalesce(invited, 0) + coalesce(responses, 0) > 0
      GROUP BY GROUPING SETS (
        (municipality_code, survey_group), (municipality_code), (survey_group), ())
      HAVING count(*) > 0
      """;
  private final Jdbi report;

  public SqlResultStore(Jdbi report) {
    this.report = report;
  }

  @Override
  public Results read() {
    return report.withHandle(
        handle -> {
          Optional<Run> run =
              handle
                  .createQuery("SELECT counted_at, first_week, last_week FROM report.count_run")
                  .map((row, context) -> Run.read(row))
                  .findOne();
          return new Results(
              cells(handle),
              turnout(handle),
              optOuts(handle),
              run.map(Run::countedAt).orElse(null),
              run.map(Run::firstWeek).orElse(null),
              run.map(Run::lastWeek).orElse(null));
        });
  }

  private static Map<Coordinates, Figures> cells(Handle handle) {
    Map<Coordinates, Figures> cells = new HashMap<>();
    handle
        .createQuery(
            "SELECT municipality_code, survey_group, theme, n, mean, deviation FROM report.cell")
        .map(
            (row, context) ->
                Map.entry(
                    coordinates(row, row.getString("theme")),
                    new Figures(
                        row.getInt("n"),
                        row.getDouble("mean"),
                        row.getObject("deviation", Double.class))))
        .forEach(cell -> cells.put(cell.getKey(), cell.getValue()));
    return cells;
  }

  private static Map<Coordinates, Turnout> turnout(Handle handle) {
    Map<Coordinates, Turnout> turnout = new HashMap<>();
    handle
        .createQuery(TURNOUT)
        .map(
            (row, context) ->
                Map.entry(
                    coordinates(row, Coordinates.ALL),
                    new Turnout(row.getInt("invited"), row.getInt("responses"))))
        .forEach(cell -> turnout.put(cell.getKey(), cell.getValue()));
    return turnout;
  }

  private static Map<String, Integer> optOuts(Handle handle) {
    return handle
        .createQuery("SELECT municipality_code, opted_out FROM report.opt_out_count")
        .reduceRows(
            new HashMap<>(),
            (counts, row) -> {
              counts.put(
                  row.getColumn("municipality_code", String.class),
                  row.getColumn("opted_out", Integer.class));
              return counts;
            });
  }

  private static Coordinates coordinates(ResultSet row, String theme) throws SQLException {
    return new Coordinates(
        row.getString("municipality_code"), row.getString("survey_group"), theme);
  }

  private record Run(Instant countedAt, @Nullable String firstWeek, @Nullable String lastWeek) {
    static Run read(ResultSet row) throws SQLException {
      return new Run(
          row.getObject("counted_at", OffsetDateTime.class).toInstant(),
          row.getString("first_week"),
          row.getString("last_week"));
    }
  }
}
