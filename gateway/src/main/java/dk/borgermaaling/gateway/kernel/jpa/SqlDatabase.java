package dk.borgermaaling.gateway.kernel.jpa;

import java.util.UUID;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handles;
import org.jdbi.v3.core.Jdbi;
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
    jdbi.registerArrayType(UUID.class, "uuid");
    return jdbi;
  }
}
