package dk.borgermaaling.gateway.kernel.wiring;

import dk.borgermaaling.gateway.kernel.Transactions;
import dk.borgermaaling.gateway.kernel.jpa.Migrations;
import dk.borgermaaling.gateway.kernel.jpa.SqlDatabase;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.transaction.UserTransaction;
import java.time.Clock;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/**
 * The server's data sources and transactions as beans, and the migrations before anything else
 * starts.
 */
@ApplicationScoped
public class KernelWiring {
  @Resource(lookup = "jdbc/owner")
  private DataSource owner;

  @Resource(lookup = "jdbc/gateway")
  private DataSource gateway;

  @Resource(lookup = "jdbc/answers")
  private DataSource answers;

  @Resource(lookup = "jdbc/report")
  private DataSource report;

  void migrate(@Observes @Priority(10) Startup event) {
    Migrations.run(owner);
    SqlDatabase.requireReadCommitted(gatewayJdbi());
  }

  @Produces
  @Singleton
  @GatewayDb
  DataSource gatewayDataSource() {
    return gateway;
  }

  @Produces
  @Singleton
  @GatewayDb
  Jdbi gatewayJdbi() {
    return SqlDatabase.on(gateway);
  }

  @Produces
  @Singleton
  @AnswersDb
  Jdbi answersJdbi() {
    return SqlDatabase.on(answers);
  }

  @Produces
  @Singleton
  @ReportDb
  Jdbi reportJdbi() {
    return SqlDatabase.on(report);
  }

  @Produces
  @Singleton
  Transactions transactions(UserTransaction transaction) {
    return new JtaTransactions(transaction);
  }

  /** Real time, for protocols, tokens and leases. */
  @Produces
  @Singleton
  Clock realClock() {
    return Clock.systemUTC();
  }
}
