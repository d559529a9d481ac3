package dk.borgermaaling.gateway.console.jpa;

import dk.borgermaaling.gateway.console.DeadLetterBook;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** Counts {@code intake.dead_letter} and what its letters have kept, never opening it. */
public final class SqlDeadLetterBook implements DeadLetterBook {
  private static final String LETTERS =
      """
      SELECT d.reason, d.municipality_code, d.source, d.entity_id, d.detail, d.times,
             count(p.sealed) AS kept, count(p.id) - count(p.sealed) AS gone,
             d.first_seen, d.last_seen
      FROM intake.dead_letter d LEFT JOIN intake.parked_letter p
        ON p.municipality_code = d.municipality_code AND p.source = d.source
          AND p.entity_id = d.entity_id AND p.reason = d.reason AND NOT p.taken_back
      WHERE (CAST(:reason AS text) IS NULL OR d.reason = :reason)
        AND (CAST(:municipality AS text) IS NULL OR d.municipality_code = :municipality)
        AND (CAST(:source AS text) IS NULL OR d.source = :source)
      GROUP BY d.municipality_code, d.source, d.entity_id, d.reason
      """;

  private static final String PAGE =
      LETTERS
          + "ORDER BY d.last_seen DESC, d.municipality_code, d.source, d.entity_id, d.reason"
          + " LIMIT :limit OFFSET :skip";

  private static final String GROUPS =
      "SELECT reason, municipality_code, source, count(*) AS letters, sum(kept)::bigint AS kept,"
          + " sum(gone)::bigint AS gone, min(first_seen) AS first_seen, max(last_seen) AS last_seen"
          + " FROM ("
          + LETTERS
          + ") l GROUP BY reason, municipality_code, source"
          + " ORDER BY max(last_seen) DESC, reason, municipality_code, source";

  private final Jdbi jdbi;

  public SqlDeadLetterBook(Jdbi gateway) {
    this.jdbi = gateway;
  }

  @Override
  public List<Group> groups() {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(GROUPS)
                .bindByType("reason", null, String.class)
                .bindByType("municipality", null, String.class)
                .bindByType("source", null, String.class)
                .map(
                    (row, context) ->
                        new Group(
                            row.getString("reason"),
                            row.getString("municipality_code"),
                            row.getString("source"),
                            row.getLong("letters"),
                            row.getLong("kept"),
                            row.getLong("gone"),
                            time(row, "first_seen"),
                            time(row, "last_seen")))
                .list());
  }

  @Override
  public List<Letter> letters(Filter filter, int skip, int limit) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(PAGE)
                .bindByType("reason", filter.reason(), String.class)
                .bindByType("municipality", filter.municipality(), String.class)
                .bindByType("source", filter.source(), String.class)
                .bind("limit", limit)
                .bind("skip", skip)
                .map(
                    (row, context) ->
                        new Letter(
                            row.getString("reason"),
                            row.getString("municipality_code"),
                            row.getString("source"),
                            row.getString("entity_id"),
                            row.getString("detail"),
                            row.getInt("times"),
                            row.getLong("kept"),
                            row.getLong("gone"),
                            time(row, "first_seen"),
                            time(row, "last_seen")))
                .list());
  }

  private static Instant time(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
