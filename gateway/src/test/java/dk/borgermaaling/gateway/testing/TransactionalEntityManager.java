package dk.borgermaaling.gateway.testing;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import jakarta.transaction.Synchronization;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * What a server injects: one entity manager for each transaction, behind a proxy that any thread
 * may use. On EclipseLink without a server; its connection is the transaction's.
 */
final class TransactionalEntityManager {
  private final EntityManagerFactory factory;
  private final JdbcTransactions transactions;

  @SuppressWarnings("ThreadLocalUsage") // One for each database, and both are forgotten together.
  private final ThreadLocal<@Nullable EntityManager> current = new ThreadLocal<>();

  private TransactionalEntityManager(EntityManagerFactory factory, JdbcTransactions transactions) {
    this.factory = factory;
    this.transactions = transactions;
  }

  static EntityManager on(DataSource dataSource, JdbcTransactions transactions) {
    EntityManagerFactory factory =
        Persistence.createEntityManagerFactory(
            "gateway",
            Map.of(
                "jakarta.persistence.transactionType", "RESOURCE_LOCAL",
                "jakarta.persistence.jtaDataSource", "",
                "jakarta.persistence.nonJtaDataSource", dataSource,
                "eclipselink.session-name", "test-" + System.identityHashCode(dataSource),
                "eclipselink.weaving", "false",
                "eclipselink.logging.level", "WARNING"));
    TransactionalEntityManager managers = new TransactionalEntityManager(factory, transactions);
    return (EntityManager)
        Proxy.newProxyInstance(
            TransactionalEntityManager.class.getClassLoader(),
            new Class<?>[] {EntityManager.class},
            (proxy, method, arguments) -> {
              try {
                return method.invoke(managers.current(), arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  private EntityManager current() {
    EntityManager open = current.get();
    if (open == null) {
      EntityManager started = factory.createEntityManager();
      transactions.register(new End(started));
      started.getTransaction().begin();
      current.set(started);
      open = started;
    }
    return open;
  }

  private final class End implements Synchronization {
    private final EntityManager manager;

    End(EntityManager manager) {
      this.manager = manager;
    }

    @Override
    public void beforeCompletion() {
      manager.getTransaction().commit();
    }

    @Override
    public void afterCompletion(int status) {
      if (manager.getTransaction().isActive()) {
        manager.getTransaction().rollback();
      }
      manager.close();
      current.remove();
    }
  }
}
