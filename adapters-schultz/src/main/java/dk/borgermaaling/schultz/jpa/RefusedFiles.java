package dk.borgermaaling.schultz.jpa;

import dk.borgermaaling.schultz.Tenant;
import dk.borgermaaling.schultz.file.FileBook.RefusedEntry;
import dk.borgermaaling.schultz.file.Refusal;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** The files that were not taken, in {@code intake.fasit_file_refused}. */
final class RefusedFiles {
  private static final String REFUSE =
      """
      INSERT INTO intake.fasit_file_refused
        (municipality_code, tenant, name, reason, detail, stamp, first_seen, told)
      VALUES (:municipality, :tenant, :name, :reason, :detail, :stamp, :firstSeen, :told)
      ON CONFLICT (municipality_code, tenant, name) DO UPDATE
        SET reason = excluded.reason, detail = excluded.detail, stamp = excluded.stamp,
          first_seen = excluded.first_seen, told = excluded.told
      """;

  private final Jdbi jdbi;

  RefusedFiles(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  void put(Tenant tenant, RefusedEntry refused) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(REFUSE)
                .bind("municipality", tenant.municipality().value())
                .bind("tenant", tenant.name())
                .bind("name", refused.name())
                .bind("reason", refused.reason().name())
                .bind("detail", refused.text())
                .bind("stamp", refused.stamp())
                .bind("firstSeen", refused.firstSeen().atOffset(ZoneOffset.UTC))
                .bind("told", refused.told())
                .execute());
  }

  List<RefusedEntry> of(Tenant tenant) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT name, reason, detail, stamp, first_seen, told"
                        + " FROM intake.fasit_file_refused WHERE municipality_code = :municipality"
                        + " AND tenant = :tenant ORDER BY name")
                .bind("municipality", tenant.municipality().value())
                .bind("tenant", tenant.name())
                .map(
                    (row, context) ->
                        new RefusedEntry(
                            row.getString("name"),
                            Refusal.valueOf(row.getString("reason")),
                            row.getString("detail"),
                            row.getString("stamp"),
                            row.getObject("first_seen", OffsetDateTime.class).toInstant(),
                            row.getBoolean("told")))
                .list());
  }

  void remove(Tenant tenant, String name) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "DELETE FROM intake.fasit_file_refused"
                        + " WHERE municipality_code = :municipality AND tenant = :tenant"
                        + " AND name = :name")
                .bind("municipality", tenant.municipality().value())
                .bind("tenant", tenant.name())
                .bind("name", name)
                .execute());
  }
}
