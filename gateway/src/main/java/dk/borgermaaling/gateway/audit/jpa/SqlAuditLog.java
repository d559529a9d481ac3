package dk.borgermaaling.gateway.audit.jpa;

import dk.borgermaaling.gateway.audit.AuditLog;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Adds rows to {@code ops.audit}. */
public final class SqlAuditLog implements AuditLog {
  private final Jdbi jdbi;

  public SqlAuditLog(Jdbi gateway) {
    this.jdbi = gateway;
  }

  @Override
  public void note(
      Instant at,
      String actor,
      Action action,
      @Nullable MunicipalityCode municipality,
      @Nullable String subject) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "INSERT INTO ops.audit (noted_at, actor, action, municipality_code, subject)"
                        + " VALUES (:at, :actor, :action, :municipality, :subject)")
                .bind("at", at.atOffset(ZoneOffset.UTC))
                .bind("actor", actor)
                .bind("action", action.name())
                .bind("municipality", municipality == null ? null : municipality.value())
                .bind("subject", subject)
                .execute());
  }
}
