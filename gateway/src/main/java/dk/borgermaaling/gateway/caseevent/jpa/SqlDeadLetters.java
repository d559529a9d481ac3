package dk.borgermaaling.gateway.caseevent.jpa;

import dk.borgermaaling.gateway.caseevent.DeadLetters;
import dk.borgermaaling.gateway.caseevent.EventSource;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;

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

  private final Jdbi jdbi;

  public SqlDeadLetters(Jdbi jdbi) {
    this.jdbi = jdbi;
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
        handle ->
            handle
                .createUpdate(
                    "DELETE FROM intake.dead_letter WHERE municipality_code = :municipality"
                        + " AND source = :source AND entity_id = ANY(:entities)")
                .bind("municipality", municipality.value())
                .bind("source", source.name())
                .bindArray("entities", String.class, entityIds.toArray())
                .execute());
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
