package dk.borgermaaling.gateway.caseevent.jpa;

import dk.borgermaaling.gateway.caseevent.DeadLetters;
import dk.borgermaaling.gateway.caseevent.EventSource;
import dk.borgermaaling.gateway.kernel.BusinessClock;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatement;

/** The dead letters in {@code intake.dead_letter}. */
public final class SqlDeadLetters implements DeadLetters {
  private static final String NOTE =
      """
      INSERT INTO intake.dead_letter (municipality_code, source, entity_id, reason, detail)
      VALUES (:municipality, :source, :entity, :reason, :detail)
      ON CONFLICT (municipality_code, source, entity_id, reason) DO UPDATE
        SET detail = excluded.detail, last_seen = now(), times = dead_letter.times + 1
      """;
  private static final String WAITING =
      """
      SELECT municipality_code, source, entity_id, reason, detail, first_seen, last_seen, times
      FROM intake.dead_letter ORDER BY last_seen DESC, municipality_code, entity_id LIMIT :limit
      """;

  /** A letter that is being driven is left to its driver: it sees what is stored by then. */
  private static final String LOCK =
      """
      SELECT entity_id FROM intake.dead_letter
      WHERE municipality_code = :municipality AND source = :source AND entity_id = ANY(:entities)
      ORDER BY entity_id, reason FOR UPDATE SKIP LOCKED
      """;

  private static final String SETTLE_KEPT =
      """
      DELETE FROM intake.parked_letter p
      WHERE p.municipality_code = :municipality AND p.source = :source
        AND p.entity_id = ANY(:entities)
        AND EXISTS (SELECT 1 FROM intake.case_event e
          WHERE e.municipality_code = p.municipality_code AND e.source = p.source
            AND e.entity_id = p.entity_id AND e.version >= p.version)
      """;

  private static final String SETTLE =
      """
      DELETE FROM intake.dead_letter d
      WHERE d.municipality_code = :municipality AND d.source = :source
        AND d.entity_id = ANY(:entities)
        AND NOT EXISTS (SELECT 1 FROM intake.parked_letter p
          WHERE p.municipality_code = d.municipality_code AND p.source = d.source
            AND p.entity_id = d.entity_id AND p.reason = d.reason AND NOT p.taken_back)
      """;

  private final Jdbi jdbi;
  private final SqlParkedLetters parked;
  private final BusinessClock clock;

  public SqlDeadLetters(Jdbi jdbi, SqlParkedLetters parked, BusinessClock clock) {
    this.jdbi = jdbi;
    this.parked = parked;
    this.clock = clock;
  }

  @Override
  public void park(DeadLetter letter, int version, Told told) {
    note(letter);
    parked.keep(letter, version, told, clock.now());
  }

  @Override
  public void note(DeadLetter letter) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(NOTE)
                .bind("municipality", letter.municipality().value())
                .bind("source", letter.source().name())
                .bind("entity", letter.entityId())
                .bind("reason", letter.reason())
                .bind("detail", letter.detail())
                .execute());
  }

  @Override
  public void settle(
      EventSource source, MunicipalityCode municipality, Collection<String> entityIds) {
    if (entityIds.isEmpty()) {
      return;
    }
    jdbi.useHandle(
        handle -> {
          Set<String> locked =
              new TreeSet<>(
                  bound(handle.createQuery(LOCK), source, municipality, entityIds)
                      .mapTo(String.class)
                      .list());
          if (!locked.isEmpty()) {
            bound(handle.createUpdate(SETTLE_KEPT), source, municipality, locked).execute();
            bound(handle.createUpdate(SETTLE), source, municipality, locked).execute();
          }
        });
  }

  private static <S extends SqlStatement<S>> S bound(
      S statement, EventSource source, MunicipalityCode municipality, Collection<String> entities) {
    return statement
        .bind("municipality", municipality.value())
        .bind("source", source.name())
        .bindArray("entities", String.class, entities.toArray());
  }

  @Override
  public Set<String> entitiesOf(EventSource source, MunicipalityCode municipality) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT DISTINCT entity_id FROM intake.dead_letter"
                        + " WHERE municipality_code = :municipality AND source = :source")
                .bind("municipality", municipality.value())
                .bind("source", source.name())
                .mapTo(String.class)
                .set());
  }

  @Override
  public List<Noted> waiting(int limit) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(WAITING)
                .bind("limit", limit)
                .map(
                    (row, context) ->
                        new Noted(
                            new DeadLetter(
                                EventSource.valueOf(row.getString("source")),
                                new MunicipalityCode(row.getString("municipality_code")),
                                row.getString("entity_id"),
                                row.getString("reason"),
                                row.getString("detail")),
                            row.getObject("first_seen", OffsetDateTime.class).toInstant(),
                            row.getObject("last_seen", OffsetDateTime.class).toInstant(),
                            row.getInt("times")))
                .list());
  }
}
