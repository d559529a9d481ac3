package dk.borgermaaling.gateway.caseevent.jpa;

import dk.borgermaaling.gateway.caseevent.EventSource;
import dk.borgermaaling.gateway.caseevent.FeedStates;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Where feeds stand, in {@code intake.feed_state}, one row a feed. */
public final class SqlFeedStates implements FeedStates {
  private final Jdbi jdbi;

  public SqlFeedStates(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public State of(EventSource source, MunicipalityCode municipality) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT all_looked_at, all_wanted_at, circuit_open_until FROM intake.feed_state"
                        + " WHERE municipality_code = :municipality AND source = :source")
                .bind("municipality", municipality.value())
                .bind("source", source.name())
                .map(
                    (row, context) ->
                        new State(
                            instant(row, "all_looked_at"),
                            instant(row, "all_wanted_at"),
                            instant(row, "circuit_open_until")))
                .findOne()
                .orElse(State.NEW));
  }

  @Override
  public void lookedAtAll(EventSource source, MunicipalityCode municipality, Instant begun) {
    set("all_looked_at", source, municipality, begun);
  }

  @Override
  public void wantAll(EventSource source, MunicipalityCode municipality, Instant at) {
    set("all_wanted_at", source, municipality, at);
  }

  @Override
  public void circuit(EventSource source, MunicipalityCode municipality, @Nullable Instant until) {
    set("circuit_open_until", source, municipality, until);
  }

  /**
   * @param column one of this class's own names
   */
  private void set(
      String column, EventSource source, MunicipalityCode municipality, @Nullable Instant value) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    INSERT INTO intake.feed_state (municipality_code, source, %1$s)
                    VALUES (:municipality, :source, CAST(:value AS timestamptz))
                    ON CONFLICT (municipality_code, source) DO UPDATE SET %1$s = excluded.%1$s
                    """
                        .formatted(column))
                .bind("municipality", municipality.value())
                .bind("source", source.name())
                .bind("value", value == null ? null : value.atOffset(ZoneOffset.UTC))
                .execute());
  }

  @Override
  public void dryRun(EventSource source, MunicipalityCode municipality, Instant at, String found) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    INSERT INTO intake.feed_dry_run (municipality_code, source, ended_at, found)
                    VALUES (:municipality, :source, :at, :found)
                    ON CONFLICT (municipality_code, source)
                      DO UPDATE SET ended_at = excluded.ended_at, found = excluded.found
                    """)
                .bind("municipality", municipality.value())
                .bind("source", source.name())
                .bind("at", at.atOffset(ZoneOffset.UTC))
                .bind("found", found)
                .execute());
  }

  @Override
  public Optional<DryRun> dryRun(EventSource source, MunicipalityCode municipality) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT ended_at, found FROM intake.feed_dry_run"
                        + " WHERE municipality_code = :municipality AND source = :source")
                .bind("municipality", municipality.value())
                .bind("source", source.name())
                .map(
                    (row, context) ->
                        new DryRun(
                            row.getObject("ended_at", OffsetDateTime.class).toInstant(),
                            row.getString("found")))
                .findOne());
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
    return value == null ? null : value.toInstant();
  }
}
