package dk.borgermaaling.gateway.testing;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Behaves as a server's data source does under JTA: inside a transaction of {@link
 * JdbcTransactions} every connection of a thread is the same one, and closing or committing it is
 * left to the transaction.
 */
final class ThreadBoundDataSource implements DataSource {
  private static final Set<String> LEFT_TO_THE_TRANSACTION =
      Set.of("close", "commit", "rollback", "setAutoCommit");

  private final DataSource target;

  @SuppressWarnings("ThreadLocalUsage") // One for each database, and both are forgotten together.
  private final ThreadLocal<@Nullable Connection> bound = new ThreadLocal<>();

  ThreadBoundDataSource(DataSource target) {
    this.target = target;
  }

  boolean isBound() {
    return bound.get() != null;
  }

  Connection bind() throws SQLException {
    Connection connection = target.getConnection();
    connection.setAutoCommit(false);
    bound.set(connection);
    return connection;
  }

  void unbind() {
    bound.remove();
  }

  @Override
  public Connection getConnection() throws SQLException {
    Connection connection = bound.get();
    return connection == null ? target.getConnection() : shared(connection);
  }

  private static Connection shared(Connection connection) {
    return (Connection)
        Proxy.newProxyInstance(
            ThreadBoundDataSource.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              if (LEFT_TO_THE_TRANSACTION.contains(method.getName())) {
                return null;
              }
              try {
                return method.invoke(connection, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    return getConnection();
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    return target.unwrap(type);
  }

  @Override
  public boolean isWrapperFor(Class<?> type) throws SQLException {
    return target.isWrapperFor(type);
  }

  @Override
  public PrintWriter getLogWriter() throws SQLException {
    return target.getLogWriter();
  }

  @Override
  public void setLogWriter(PrintWriter out) throws SQLException {
    target.setLogWriter(out);
  }

  @Override
  public void setLoginTimeout(int seconds) throws SQLException {
    target.setLoginTimeout(seconds);
  }

  @Override
  public int getLoginTimeout() throws SQLException {
    return target.getLoginTimeout();
  }

  @Override
  public Logger getParentLogger() {
    return Logger.getGlobal();
  }
}
