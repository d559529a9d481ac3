package dk.borgermaaling.gateway.caseevent.jpa;

import dk.borgermaaling.gateway.caseevent.EventSource;
import dk.borgermaaling.gateway.caseevent.ParkedLetters.Selection;
import dk.borgermaaling.gateway.caseevent.RedriveRuns;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** Runs in {@code intake.redrive_run}. */
public final class SqlRedriveRuns implements RedriveRuns {
  private final Jdbi jdbi;

  public SqlRedriveRuns(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public long open(Selection selection, String asker) {
    MunicipalityCode municipality = selection.municipality();
    EventSource source = selection.source();
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "INSERT INTO intake.redrive_run (municipality_code, source, reason, asker)"
                        + " VALUES (:municipality, :source, :reason, :asker) RETURNING id")
                .bindByType(
                    "municipality",
                    municipality == null ? null : municipality.value(),
                    String.class)
                .bindByType("source", source == null ? null : source.name(), String.class)
                .bindByType("reason", selection.reason(), String.class)
                .bind("asker", asker)
                .mapTo(Long.class)
                .one());
  }

  @Override
  public Optional<Selection> find(long run) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT * FROM intake.redrive_run WHERE id = :run AND ended_at IS NULL")
                .bind("run", run)
                .map((row, context) -> selection(row))
                .findOne());
  }

  @Override
  public void add(long run, Tally tally) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    UPDATE intake.redrive_run SET stored = stored + :stored,
                      duplicates = duplicates + :duplicates,
                      still_unknown = still_unknown + :still_unknown,
                      without_content = without_content + :without_content, failed = failed + :failed
                    WHERE id = :run
                    """)
                .bind("stored", tally.stored())
                .bind("duplicates", tally.duplicates())
                .bind("still_unknown", tally.stillUnknown())
                .bind("without_content", tally.withoutContent())
                .bind("failed", tally.failed())
                .bind("run", run)
                .execute());
  }

  @Override
  public void close(long run) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate("UPDATE intake.redrive_run SET ended_at = now() WHERE id = :run")
                .bind("run", run)
                .execute());
  }

  @Override
  public List<Run> last(int limit) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("SELECT * FROM intake.redrive_run ORDER BY id DESC LIMIT :limit")
                .bind("limit", limit)
                .map((row, context) -> run(row))
                .list());
  }

  @Override
  public void forget(Instant before) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate("DELETE FROM intake.redrive_run WHERE asked_at < :before")
                .bind("before", OffsetDateTime.ofInstant(before, ZoneOffset.UTC))
                .execute());
  }

  private static Run run(ResultSet row) throws SQLException {
    OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
    return new Run(
        row.getLong("id"),
        selection(row),
        row.getString("asker"),
        row.getObject("asked_at", OffsetDateTime.class).toInstant(),
        ended == null ? null : ended.toInstant(),
        new Tally(
            row.getInt("stored"),
            row.getInt("duplicates"),
            row.getInt("still_unknown"),
            row.getInt("without_content"),
            row.getInt("failed")));
  }

  private static Selection selection(ResultSet row) throws SQLException {
    String municipality = row.getString("municipality_code");
    String source = row.getString("source");
    return new Selection(
        row.getString("reason"),
        municipality == null ? null : new MunicipalityCode(municipality),
        source == null ? null : EventSource.valueOf(source));
  }
}
