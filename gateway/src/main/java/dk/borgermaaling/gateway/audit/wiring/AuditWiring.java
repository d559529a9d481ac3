package dk.borgermaaling.gateway.audit.wiring;

import dk.borgermaaling.gateway.audit.AuditLog;
import dk.borgermaaling.gateway.audit.jpa.SqlAuditLog;
import dk.borgermaaling.gateway.kernel.wiring.GatewayDb;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.jdbi.v3.core.Jdbi;

/** The notes of this database. */
@Dependent
public class AuditWiring {
  @Produces
  @Singleton
  AuditLog audit(@GatewayDb Jdbi gateway) {
    return new SqlAuditLog(gateway);
  }
}
