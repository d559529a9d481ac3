package dk.borgermaaling.gateway.caseevent.jpa;

import dk.borgermaaling.gateway.caseevent.EventSource;
import dk.borgermaaling.gateway.caseevent.FeedRuns;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The runs in {@code intake.feed_run}, one row a feed. */
public final class SqlFeedRuns implements FeedRuns {
  private static final String SUCCEEDED =
      """
      INSERT INTO intake.feed_run (municipality_code, source, last_succeeded, events)
      VALUES (:municipality, :source, now(), :events)
      ON CONFLICT (municipality_code, source) DO UPDATE
        SET last_succeeded = now(), failures_in_a_row = 0, events = feed_run.events + excluded.events
      """;
  private static final String FAILED =
      """
      INSERT INTO intake.feed_run
        (municipality_code, source, last_failed, failures_in_a_row, last_failure)
      VALUES (:municipality, :source, now(), 1, :reason)
      ON CONFLICT (municipality_code, source) DO UPDATE
        SET last_failed = now(), failures_in_a_row = feed_run.failures_in_a_row + 1,
            last_failure = excluded.last_failure
      RETURNING failures_in_a_row
      """;

  private final Jdbi jdbi;

  public SqlFeedRuns(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public void succeeded(EventSource source, MunicipalityCode municipality, int events) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(SUCCEEDED)
                .bind("municipality", municipality.value())
                .bind("source", source.name())
                .bind("events", events)
                .execute());
  }

  @Override
  public int failed(EventSource source, MunicipalityCode municipality, String reason) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(FAILED)
                .bind("municipality", municipality.value())
                .bind("source", source.name())
                .bind("reason", reason)
                .mapTo(Integer.class)
                .one());
  }

  @Override
  public List<FeedRun> all() {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("SELECT * FROM intake.feed_run ORDER BY municipality_code, source")
                .map((row, context) -> run(row))
                .list());
  }

  private static FeedRun run(ResultSet row) throws SQLException {
    return new FeedRun(
        EventSource.valueOf(row.getString("source")),
        new MunicipalityCode(row.getString("municipality_code")),
        instant(row, "last_succeeded"),
        instant(row, "last_failed"),
        row.getInt("failures_in_a_row"),
        row.getString("last_failure"),
        row.getLong("events"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
    return value == null ? null : value.toInstant();
  }
}
