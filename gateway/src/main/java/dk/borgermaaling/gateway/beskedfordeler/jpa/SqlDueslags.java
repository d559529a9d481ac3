package dk.borgermaaling.gateway.beskedfordeler.jpa;

import dk.borgermaaling.gateway.beskedfordeler.Dueslag;
import dk.borgermaaling.gateway.beskedfordeler.Dueslags;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Queues in {@code ops.dueslag}. */
public final class SqlDueslags implements Dueslags {
  private final Jdbi jdbi;

  public SqlDueslags(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public List<Dueslag> all() {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT municipality_code, queue FROM ops.dueslag ORDER BY municipality_code")
                .map(
                    (row, context) ->
                        new Dueslag(
                            new MunicipalityCode(row.getString("municipality_code")),
                            row.getObject("queue", UUID.class)))
                .list());
  }

  @Override
  public void connected(MunicipalityCode municipality, Instant at) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "UPDATE ops.dueslag SET connected_at = greatest(connected_at, :at)"
                        + " WHERE municipality_code = :municipality")
                .bind("at", at.atOffset(ZoneOffset.UTC))
                .bind("municipality", municipality.value())
                .execute());
  }

  @Override
  public void failed(MunicipalityCode municipality, Instant at, String why) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "UPDATE ops.dueslag SET failed_at = :at, failure = left(:why, 300)"
                        + " WHERE municipality_code = :municipality")
                .bind("at", at.atOffset(ZoneOffset.UTC))
                .bind("why", why)
                .bind("municipality", municipality.value())
                .execute());
  }
}
