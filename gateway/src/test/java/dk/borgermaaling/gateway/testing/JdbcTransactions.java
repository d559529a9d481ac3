package dk.borgermaaling.gateway.testing;

import dk.borgermaaling.gateway.kernel.Transactions;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * {@link Transactions} over plain JDBC for one role; nested calls join, a failure rolls back all.
 */
public final class JdbcTransactions implements Transactions {
  private final ThreadBoundDataSource dataSource;

  @SuppressWarnings("ThreadLocalUsage") // One for each database, and both are forgotten together.
  private final ThreadLocal<List<Synchronization>> listeners =
      ThreadLocal.withInitial(ArrayList::new);

  JdbcTransactions(ThreadBoundDataSource dataSource) {
    this.dataSource = dataSource;
  }

  /**
   * Tells of the end of the open transaction, as a server does; before it only when it will commit.
   */
  void register(Synchronization listener) {
    if (!isOpen()) {
      throw new IllegalStateException("no transaction is open");
    }
    listeners.get().add(listener);
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
        listeners.get().forEach(Synchronization::beforeCompletion);
        connection.commit();
        done = true;
        return result;
      } finally {
        int status = done ? Status.STATUS_COMMITTED : Status.STATUS_ROLLEDBACK;
        List<Synchronization> told = List.copyOf(listeners.get());
        listeners.remove();
        told.forEach(listener -> listener.afterCompletion(status));
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
