package dk.borgermaaling.schultz.jpa;

import dk.borgermaaling.schultz.Tenant;
import dk.borgermaaling.schultz.ToldGroup;
import dk.borgermaaling.schultz.ToldGroups;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** The ids in {@code intake.fasit_told_group}. */
public final class SqlToldGroups implements ToldGroups {
  private static final String KEEP =
      """
      INSERT INTO intake.fasit_told_group
        (municipality_code, event_id, tenant, occurred_at, fasit_id, read_on, has_left)
      VALUES (:municipality, :event, :tenant, :occurredAt, :fasitId, :readOn, :left)
      ON CONFLICT DO NOTHING
      """;
  private static final String COUNT =
      """
      SELECT municipality_code, tenant, fasit_id, read_on, has_left, count(*) AS n
      FROM intake.fasit_told_group WHERE occurred_at BETWEEN :from AND :to
      GROUP BY 1, 2, 3, 4, 5 ORDER BY 1, 2, 3, 4, 5
      """;

  private final Jdbi jdbi;

  public SqlToldGroups(Jdbi gateway) {
    this.jdbi = gateway;
  }

  /** So many events of a tenant were told with an id that was read on a day. */
  public record Counted(
      String municipality,
      String tenant,
      UUID fasitId,
      LocalDate readOn,
      boolean left,
      long count) {}

  @Override
  public void keep(Tenant tenant, List<ToldGroup> told) {
    if (told.isEmpty()) {
      return;
    }
    jdbi.useHandle(
        handle -> {
          var batch = handle.prepareBatch(KEEP);
          for (ToldGroup one : told) {
            batch
                .bind("municipality", tenant.municipality().value())
                .bind("event", one.eventId())
                .bind("tenant", tenant.name())
                .bind("occurredAt", one.occurredAt().atOffset(ZoneOffset.UTC))
                .bind("fasitId", one.fasitId())
                .bind("readOn", one.readOn())
                .bind("left", one.left())
                .add();
          }
          batch.execute();
        });
  }

  @Override
  public void forget(Instant before) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate("DELETE FROM intake.fasit_told_group WHERE occurred_at < :before")
                .bind("before", before.atOffset(ZoneOffset.UTC))
                .execute());
  }

  /** What happened between, both inclusive, in business time. */
  public List<Counted> between(Instant from, Instant to) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(COUNT)
                .bind("from", from.atOffset(ZoneOffset.UTC))
                .bind("to", to.atOffset(ZoneOffset.UTC))
                .map(
                    (row, context) ->
                        new Counted(
                            row.getString("municipality_code"),
                            row.getString("tenant"),
                            row.getObject("fasit_id", UUID.class),
                            row.getObject("read_on", LocalDate.class),
                            row.getBoolean("has_left"),
                            row.getLong("n")))
                .list());
  }
}
