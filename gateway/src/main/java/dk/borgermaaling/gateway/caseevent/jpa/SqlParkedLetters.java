package dk.borgermaaling.gateway.caseevent.jpa;

import dk.borgermaaling.gateway.caseevent.DeadLetters.DeadLetter;
import dk.borgermaaling.gateway.caseevent.DeadLetters.Told;
import dk.borgermaaling.gateway.caseevent.EventSource;
import dk.borgermaaling.gateway.caseevent.ParkedLetters;
import dk.borgermaaling.gateway.citizen.ContentCipher;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalInt;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Kept content in {@code intake.parked_letter}, sealed. Whoever changes an entity's rows holds the
 * locks of its rows in {@code intake.dead_letter}.
 */
public final class SqlParkedLetters implements ParkedLetters {
  private static final String OF_ENTITY =
      " municipality_code = :municipality AND source = :source AND entity_id = :entity ";

  private static final String KEEP =
      """
      INSERT INTO intake.parked_letter (municipality_code, source, entity_id, version, reason, format,
        fingerprint, sealed, parked_at)
      VALUES (:municipality, :source, :entity, :version, :reason, :format, :fingerprint, :sealed,
        :parked_at)
      ON CONFLICT (municipality_code, source, entity_id, version, fingerprint) DO UPDATE
        SET reason = excluded.reason, sealed = excluded.sealed, parked_at = excluded.parked_at
        WHERE NOT parked_letter.taken_back
          AND (parked_letter.sealed IS NULL OR parked_letter.reason <> excluded.reason)
      """;

  private static final String KEPT_FOR =
      "SELECT reason FROM intake.parked_letter WHERE"
          + OF_ENTITY
          + "AND version = :version AND fingerprint = :fingerprint AND reason <> :reason";

  private static final String NEXT =
      """
      SELECT DISTINCT municipality_code, source, entity_id FROM intake.parked_letter
      WHERE sealed IS NOT NULL
        AND (CAST(:reason AS text) IS NULL OR reason = :reason)
        AND (CAST(:municipality AS text) IS NULL OR municipality_code = :municipality)
        AND (CAST(:source AS text) IS NULL OR source = :source)
        AND (municipality_code, source, entity_id) > (:after_municipality, :after_source, :after_entity)
      ORDER BY municipality_code, source, entity_id LIMIT :limit
      """;

  private static final String RESTATE =
      """
      INSERT INTO intake.dead_letter
        (municipality_code, source, entity_id, reason, detail, first_seen, last_seen, times)
      SELECT municipality_code, source, entity_id, :now, :detail, first_seen, last_seen, times
      FROM intake.dead_letter WHERE municipality_code = :municipality AND source = :source
        AND entity_id = :entity AND reason = :reason
      ON CONFLICT (municipality_code, source, entity_id, reason) DO UPDATE
        SET detail = excluded.detail
      """;

  private static final String TIDY =
      """
      DELETE FROM intake.dead_letter d
      WHERE d.municipality_code = :municipality AND d.source = :source AND d.entity_id = :entity
        AND d.reason = ANY(:reasons)
        AND NOT EXISTS (SELECT 1 FROM intake.parked_letter p
          WHERE p.municipality_code = d.municipality_code AND p.source = d.source
            AND p.entity_id = d.entity_id AND p.reason = d.reason AND NOT p.taken_back)
      """;

  private final Jdbi jdbi;
  private final ContentCipher cipher;

  public SqlParkedLetters(Jdbi jdbi, ContentCipher cipher) {
    this.jdbi = jdbi;
    this.cipher = cipher;
  }

  /** Keeps content that has its letter; the same content of the same version once. */
  void keep(DeadLetter letter, int version, Told told, Instant parkedAt) {
    Entity entity = new Entity(letter.municipality(), letter.source(), letter.entityId());
    byte[] fingerprint = cipher.fingerprint(told.content());
    jdbi.useHandle(
        handle -> {
          List<String> before =
              ParkedRow.bound(handle.createQuery(KEPT_FOR), entity)
                  .bind("version", version)
                  .bind("fingerprint", fingerprint)
                  .bind("reason", letter.reason())
                  .mapTo(String.class)
                  .list();
          ParkedRow.bound(handle.createUpdate(KEEP), entity)
              .bind("version", version)
              .bind("reason", letter.reason())
              .bind("format", told.format())
              .bind("fingerprint", fingerprint)
              .bind("sealed", ParkedRow.seal(told, entity, version, cipher))
              .bind("parked_at", OffsetDateTime.ofInstant(parkedAt, ZoneOffset.UTC))
              .execute();
          tidy(handle, entity, before);
        });
  }

  @Override
  public List<Entity> next(Selection selection, @Nullable Entity after, int limit) {
    MunicipalityCode municipality = selection.municipality();
    EventSource source = selection.source();
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(NEXT)
                .bindByType("reason", selection.reason(), String.class)
                .bindByType(
                    "municipality",
                    municipality == null ? null : municipality.value(),
                    String.class)
                .bindByType("source", source == null ? null : source.name(), String.class)
                .bind("after_municipality", after == null ? "" : after.municipality().value())
                .bind("after_source", after == null ? "" : after.source().name())
                .bind("after_entity", after == null ? "" : after.entityId())
                .bind("limit", limit)
                .map((row, context) -> ParkedRow.entity(row))
                .list());
  }

  @Override
  public List<Parked> lock(Entity entity) {
    return jdbi.withHandle(
        handle -> {
          lockLetters(handle, entity);
          return ParkedRow.bound(
                  handle.createQuery(
                      "SELECT * FROM intake.parked_letter WHERE"
                          + OF_ENTITY
                          + "AND NOT taken_back ORDER BY version, id"),
                  entity)
              .map((row, context) -> ParkedRow.read(row, entity, cipher))
              .list();
        });
  }

  @Override
  public void settle(Parked parked) {
    jdbi.useHandle(
        handle -> {
          ParkedRow.bound(
                  handle.createUpdate(
                      "DELETE FROM intake.parked_letter WHERE municipality_code = :municipality AND id = :id"),
                  parked)
              .execute();
          tidy(handle, parked.entity(), List.of(parked.reason()));
        });
  }

  @Override
  public void restate(Parked parked, DeadLetter now) {
    jdbi.useHandle(
        handle -> {
          ParkedRow.bound(handle.createUpdate(RESTATE), parked.entity())
              .bind("reason", parked.reason())
              .bind("now", now.reason())
              .bind("detail", now.detail())
              .execute();
          ParkedRow.bound(
                  handle.createUpdate(
                      "UPDATE intake.parked_letter SET reason = :reason"
                          + " WHERE municipality_code = :municipality AND id = :id"),
                  parked)
              .bind("reason", now.reason())
              .execute();
          tidy(handle, parked.entity(), List.of(parked.reason()));
        });
  }

  @Override
  public OptionalInt lastVersion(Entity entity) {
    return jdbi.withHandle(
        handle ->
            ParkedRow.bound(
                    handle.createQuery(
                        "SELECT version FROM intake.parked_letter WHERE"
                            + OF_ENTITY
                            + "AND NOT taken_back ORDER BY version DESC LIMIT 1"),
                    entity)
                .mapTo(Integer.class)
                .findOne()
                .map(OptionalInt::of)
                .orElseGet(OptionalInt::empty));
  }

  @Override
  public boolean takeBack(Entity entity, int version) {
    return jdbi.withHandle(
        handle -> {
          lockLetters(handle, entity);
          boolean kept =
              ParkedRow.bound(
                      handle.createQuery(
                          "SELECT 1 FROM intake.parked_letter WHERE"
                              + OF_ENTITY
                              + "AND version = :version LIMIT 1"),
                      entity)
                  .bind("version", version)
                  .mapTo(Integer.class)
                  .findOne()
                  .isPresent();
          if (kept) {
            List<String> reasons =
                ParkedRow.bound(
                        handle.createQuery(
                            "UPDATE intake.parked_letter SET taken_back = true, sealed = NULL WHERE"
                                + OF_ENTITY
                                + "AND version <= :version AND NOT taken_back RETURNING reason"),
                        entity)
                    .bind("version", version)
                    .mapTo(String.class)
                    .list();
            tidy(handle, entity, reasons);
          }
          return kept;
        });
  }

  @Override
  public boolean close(Entity entity, String reason) {
    return jdbi.withHandle(
        handle -> {
          lockLetters(handle, entity);
          int closed = 0;
          for (String table : List.of("parked_letter", "dead_letter")) {
            closed +=
                ParkedRow.bound(
                        handle.createUpdate(
                            "DELETE FROM intake."
                                + table
                                + " WHERE"
                                + OF_ENTITY
                                + "AND reason = :reason"
                                + (table.equals("parked_letter") ? " AND NOT taken_back" : "")),
                        entity)
                    .bind("reason", reason)
                    .execute();
          }
          return closed > 0;
        });
  }

  @Override
  public int forget(Instant before) {
    return jdbi.withHandle(
        handle -> {
          handle
              .createUpdate(
                  "DELETE FROM intake.parked_letter WHERE taken_back AND parked_at < :before")
              .bind("before", OffsetDateTime.ofInstant(before, ZoneOffset.UTC))
              .execute();
          return handle
              .createUpdate(
                  "UPDATE intake.parked_letter SET sealed = NULL"
                      + " WHERE sealed IS NOT NULL AND parked_at < :before")
              .bind("before", OffsetDateTime.ofInstant(before, ZoneOffset.UTC))
              .execute();
        });
  }

  private static void lockLetters(Handle handle, Entity entity) {
    ParkedRow.bound(
            handle.createQuery(
                "SELECT reason FROM intake.dead_letter WHERE"
                    + OF_ENTITY
                    + "ORDER BY reason FOR UPDATE"),
            entity)
        .mapTo(String.class)
        .list();
  }

  private static void tidy(Handle handle, Entity entity, List<String> reasons) {
    ParkedRow.bound(handle.createUpdate(TIDY), entity)
        .bindArray("reasons", String.class, new TreeSet<>(reasons).toArray())
        .execute();
  }
}
