package dk.borgermaaling.schultz.jpa;

import dk.borgermaaling.schultz.FasitTargetGroups;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** The tables in {@code ops.fasit_target_group}. */
public final class SqlFasitTargetGroups implements FasitTargetGroups {
  private static final String SELECT =
      """
      SELECT fasit_id, code_system, code, valid_from, valid_to
      FROM ops.fasit_target_group WHERE tenant = :tenant
      """;
  private static final String FILL =
      """
      INSERT INTO ops.fasit_target_group (tenant, fasit_id, code_system, code, valid_from, valid_to)
      VALUES (:tenant, :fasitId, :codeSystem, :code, :validFrom, :validTo)
      ON CONFLICT DO NOTHING
      """;

  private final Jdbi jdbi;

  public SqlFasitTargetGroups(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public Table of(String tenant) {
    return new Table(
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery(SELECT)
                    .bind("tenant", tenant)
                    .map(
                        (row, context) ->
                            new Row(
                                row.getObject("fasit_id", UUID.class),
                                row.getString("code_system"),
                                row.getString("code"),
                                row.getObject("valid_from", LocalDate.class),
                                row.getObject("valid_to", LocalDate.class)))
                    .list()));
  }

  @Override
  public void fill(String tenant, List<Row> rows) {
    if (rows.isEmpty() || !of(tenant).rows().isEmpty()) {
      return;
    }
    jdbi.useHandle(
        handle -> {
          var batch = handle.prepareBatch(FILL);
          for (Row row : rows) {
            batch
                .bind("tenant", tenant)
                .bind("fasitId", row.fasitId())
                .bind("codeSystem", row.codeSystem())
                .bind("code", row.code())
                .bind("validFrom", row.validFrom())
                .bindByType("validTo", row.validTo(), LocalDate.class)
                .add();
          }
          batch.execute();
        });
  }
}
