package dk.borgermaaling.gateway.kernel.jpa;

import java.util.UUID;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handles;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;
import org.jdbi.v3.core.transaction.CMTTransactionHandler;

/**
 * Makes Jdbi on a data source whose transactions are begun and ended elsewhere (JTA, or the test's
 * own): a handle joins the transaction that is open and never ends it; without one, each statement
 * commits by itself.
 */
public final class SqlDatabase {
  private SqlDatabase() {}

  public static Jdbi on(DataSource dataSource) {
    Jdbi jdbi = Jdbi.create(dataSource);
    jdbi.setTransactionHandler(new CMTTransactionHandler());
    jdbi.getConfig(Handles.class).setForceEndTransactions(false);
    // Values of a statement may be a citizen's: no exception repeats them.
    jdbi.getConfig(StatementExceptions.class).setMessageRendering(MessageRendering.NONE);
    jdbi.registerArrayType(UUID.class, "uuid");
    return jdbi;
  }

  /**
   * Refuses any isolation but read committed, which every lock and every {@code ON CONFLICT} here
   * counts on; some servers' default is stricter and would give stale reads after a lock.
   */
  public static void requireReadCommitted(Jdbi jdbi) {
    String isolation =
        jdbi.withHandle(
            handle -> handle.createQuery("SHOW transaction_isolation").mapTo(String.class).one());
    if (!isolation.equals("read committed")) {
      throw new IllegalStateException(
          "the data source must be set to read committed, not " + isolation);
    }
  }
}
