package dk.borgermaaling.gateway.console.jpa;

import dk.borgermaaling.gateway.console.RoadBook;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Jdbi;

/** Counts {@code intake.case_event} and {@code intake.decision}. */
public final class SqlRoadBook implements RoadBook {
  private static final String COUNTS =
      """
      SELECT municipality_code, sum(events) AS events, sum(waiting) AS waiting,
             sum(invited) AS invited, sum(stopped) AS stopped
      FROM (
        SELECT municipality_code, count(*) AS events, count(*) FILTER (WHERE processed_at IS NULL) AS waiting,
               0 AS invited, 0 AS stopped
        FROM intake.case_event GROUP BY municipality_code
        UNION ALL
        SELECT municipality_code, 0, 0, count(*) FILTER (WHERE outcome = 'INVITED'),
               count(*) FILTER (WHERE outcome = 'STOPPED')
        FROM intake.decision GROUP BY municipality_code
      ) counted
      GROUP BY municipality_code
      """;
  private final Jdbi gateway;

  public SqlRoadBook(Jdbi gateway) {
    this.gateway = gateway;
  }

  @Override
  public Map<MunicipalityCode, EventCounts> counts() {
    Map<MunicipalityCode, EventCounts> counts = new TreeMap<>();
    gateway.useHandle(
        handle ->
            handle
                .createQuery(COUNTS)
                .map(
                    (row, context) ->
                        Map.entry(
                            new MunicipalityCode(row.getString("municipality_code")),
                            new EventCounts(
                                row.getLong("events"),
                                row.getLong("waiting"),
                                row.getLong("invited"),
                                row.getLong("stopped"))))
                .forEach(entry -> counts.put(entry.getKey(), entry.getValue())));
    return counts;
  }
}
