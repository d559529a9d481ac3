package dk.borgermaaling.gateway.testing;

import dk.borgermaaling.gateway.kernel.Transactions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;

/**
 * {@link Transactions} over plain JDBC for one role; nested calls join, a failure rolls back all.
 */
public final class JdbcTransactions implements Transactions {
  private final ThreadBoundDataSource dataSource;
  private final ThreadLocal<Deque<Runnable>> beforeCommit =
      ThreadLocal.withInitial(ArrayDeque::new);

  JdbcTransactions(ThreadBoundDataSource dataSource) {
    this.dataSource = dataSource;
  }

  /**
   * Runs work at the end of the open transaction, for example a flush of JPA; not after a failure.
   */
  public void beforeCommit(Runnable work) {
    if (!isOpen()) {
      throw new IllegalStateException("no transaction is open");
    }
    beforeCommit.get().add(work);
  }

  public boolean isOpen() {
    return dataSource.isBound();
  }

  @Override
  public <T> T inOne(Supplier<T> work) {
    if (isOpen()) {
      return work.get();
    }
    try (Connection connection = dataSource.bind()) {
      boolean done = false;
      try {
        T result = work.get();
        Deque<Runnable> last = beforeCommit.get();
        while (!last.isEmpty()) {
          last.remove().run();
        }
        connection.commit();
        done = true;
        return result;
      } finally {
        beforeCommit.remove();
        dataSource.unbind();
        if (!done) {
          connection.rollback();
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the test's transaction failed", e);
    }
  }
}
