package dk.borgermaaling.gateway.console.jpa;

import dk.borgermaaling.gateway.console.EventLog;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Pages through events and decisions by the order in which events came. */
public final class SqlEventLog implements EventLog {
  private static final String EVENTS =
      """
      SELECT arrival, municipality_code, event_id, source, happening, version, withdrawn, citizen_id,
             occurred_at, received_at, processed_at IS NOT NULL AS processed
      FROM intake.case_event
      WHERE arrival < :before
        AND (CAST(:municipality AS text) IS NULL OR municipality_code = :municipality)
        AND (CAST(:source AS text) IS NULL OR source = :source)
        AND (CAST(:happening AS text) IS NULL OR happening = :happening)
      ORDER BY arrival DESC LIMIT :limit
      """;
  private static final String DECISIONS =
      """
      SELECT e.arrival, d.municipality_code, d.event_id, e.citizen_id, e.happening, d.survey_group,
             coalesce(d.reason, d.outcome) AS outcome, d.rule_version, d.decided_at
      FROM intake.decision d
      JOIN intake.case_event e ON e.municipality_code = d.municipality_code AND e.event_id = d.event_id
      WHERE e.arrival < :before
        AND (CAST(:municipality AS text) IS NULL OR d.municipality_code = :municipality)
        AND (CAST(:reason AS text) IS NULL OR coalesce(d.reason, d.outcome) = :reason)
      ORDER BY e.arrival DESC LIMIT :limit
      """;
  private static final String REASONS =
      """
      SELECT coalesce(reason, outcome) AS outcome, count(*) AS n FROM intake.decision
      WHERE CAST(:municipality AS text) IS NULL OR municipality_code = :municipality
      GROUP BY 1 ORDER BY n DESC, 1
      """;
  private final Jdbi gateway;

  public SqlEventLog(Jdbi gateway) {
    this.gateway = gateway;
  }

  @Override
  public List<Event> events(EventFilter filter, long before, int limit) {
    return gateway.withHandle(
        handle ->
            handle
                .createQuery(EVENTS)
                .bind("municipality", filter.municipality())
                .bind("source", filter.source())
                .bind("happening", filter.happening())
                .bind("before", before)
                .bind("limit", limit)
                .map((row, context) -> event(row))
                .list());
  }

  @Override
  public List<Decided> decisions(DecisionFilter filter, long before, int limit) {
    return gateway.withHandle(
        handle ->
            handle
                .createQuery(DECISIONS)
                .bind("municipality", filter.municipality())
                .bind("reason", filter.reason())
                .bind("before", before)
                .bind("limit", limit)
                .map((row, context) -> decided(row))
                .list());
  }

  @Override
  public List<ReasonCount> reasons(@Nullable String municipality) {
    return gateway.withHandle(
        handle ->
            handle
                .createQuery(REASONS)
                .bind("municipality", municipality)
                .map((row, context) -> new ReasonCount(row.getString("outcome"), row.getLong("n")))
                .list());
  }

  private static Event event(ResultSet row) throws SQLException {
    return new Event(
        row.getLong("arrival"),
        row.getString("municipality_code"),
        row.getObject("event_id", UUID.class),
        row.getString("source"),
        row.getString("happening"),
        row.getInt("version"),
        row.getBoolean("withdrawn"),
        row.getObject("citizen_id", UUID.class),
        instant(row, "occurred_at"),
        instant(row, "received_at"),
        row.getBoolean("processed"));
  }

  private static Decided decided(ResultSet row) throws SQLException {
    return new Decided(
        row.getLong("arrival"),
        row.getString("municipality_code"),
        row.getObject("event_id", UUID.class),
        row.getObject("citizen_id", UUID.class),
        row.getString("happening"),
        row.getString("survey_group"),
        row.getString("outcome"),
        row.getString("rule_version"),
        instant(row, "decided_at"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
