package dk.borgermaaling.gateway.reporting.jpa;

import dk.borgermaaling.gateway.reporting.Coordinates;
import dk.borgermaaling.gateway.reporting.Exclusions;
import dk.borgermaaling.gateway.reporting.Figures;
import dk.borgermaaling.gateway.reporting.ResultStore;
import dk.borgermaaling.gateway.reporting.Results;
import dk.borgermaaling.gateway.reporting.Turnout;
import dk.borgermaaling.gateway.selection.SamplingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
      FULL JOIN report.response_count USING (mode, municipality_code, survey_group)
      WHERE mode = :mode AND coalesce(invited, 0) + coalesce(responses, 0) > 0
      GROUP BY GROUPING SETS (
        (municipality_code, survey_group), (municipality_code), (survey_group), ())
      HAVING count(*) > 0
      """;
  private static final String MODES =
      """
      SELECT mode FROM report.participation WHERE municipality_code = :municipality AND invited > 0
      UNION SELECT mode FROM report.response_count WHERE municipality_code = :municipality
      """;
  private final Jdbi report;

  public SqlResultStore(Jdbi report) {
    this.report = report;
  }

  @Override
  public Results read(SamplingMode mode) {
    return report.withHandle(
        handle -> {
          Optional<Weeks> weeks = weeks(handle, mode);
          return new Results(
              mode,
              cells(handle, mode),
              turnout(handle, mode),
              optOuts(handle),
              exclusions(handle),
              countedAt(handle),
              weeks.map(Weeks::first).orElse(null),
              weeks.map(Weeks::last).orElse(null));
        });
  }

  @Override
  public Set<SamplingMode> modesOf(String municipality) {
    return report.withHandle(
        handle ->
            handle
                .createQuery(MODES)
                .bind("municipality", municipality)
                .mapTo(SamplingMode.class)
                .set());
  }

  private static @Nullable Instant countedAt(Handle handle) {
    return handle
        .createQuery("SELECT counted_at FROM report.count_run")
        .map((row, context) -> row.getObject("counted_at", OffsetDateTime.class).toInstant())
        .findOne()
        .orElse(null);
  }

  private static Optional<Weeks> weeks(Handle handle, SamplingMode mode) {
    return handle
        .createQuery("SELECT first_week, last_week FROM report.answer_weeks WHERE mode = :mode")
        .bind("mode", mode.name())
        .map((row, context) -> new Weeks(row.getString("first_week"), row.getString("last_week")))
        .findOne();
  }

  private static Map<Coordinates, Figures> cells(Handle handle, SamplingMode mode) {
    Map<Coordinates, Figures> cells = new HashMap<>();
    handle
        .createQuery(
            "SELECT municipality_code, survey_group, theme, n, mean, deviation FROM report.cell"
                + " WHERE mode = :mode")
        .bind("mode", mode.name())
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

  private static Map<Coordinates, Turnout> turnout(Handle handle, SamplingMode mode) {
    Map<Coordinates, Turnout> turnout = new HashMap<>();
    handle
        .createQuery(TURNOUT)
        .bind("mode", mode.name())
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

  /** Of every mode: whether one may be shown depends on the others. */
  private static Map<String, Map<SamplingMode, Exclusions>> exclusions(Handle handle) {
    Map<String, Map<SamplingMode, Exclusions>> all = new HashMap<>();
    handle
        .createQuery(
            "SELECT mode, municipality_code, excluded, concerned FROM report.exclusion_count")
        .map(
            (row, context) ->
                Map.entry(
                    row.getString("municipality_code"),
                    Map.entry(
                        SamplingMode.valueOf(row.getString("mode")),
                        new Exclusions(row.getInt("excluded"), row.getInt("concerned")))))
        .forEach(
            found ->
                all.computeIfAbsent(found.getKey(), any -> new EnumMap<>(SamplingMode.class))
                    .put(found.getValue().getKey(), found.getValue().getValue()));
    return all;
  }

  private static Coordinates coordinates(ResultSet row, String theme) throws SQLException {
    return new Coordinates(
        row.getString("municipality_code"), row.getString("survey_group"), theme);
  }

  private record Weeks(String first, String last) {}
}
