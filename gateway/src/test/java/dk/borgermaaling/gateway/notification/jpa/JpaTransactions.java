package dk.borgermaaling.gateway.notification.jpa;

import dk.borgermaaling.gateway.kernel.Transactions;
import dk.borgermaaling.gateway.testing.Database;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceConfiguration;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.function.Supplier;
import org.eclipse.persistence.jpa.PersistenceProvider;
import org.jspecify.annotations.Nullable;

/**
 * Transactions of a test's database that JPA joins, as it does in the server: one entity manager
 * for each transaction, behind one proxy.
 */
final class JpaTransactions implements Transactions, AutoCloseable {
  private final Database database;
  private final EntityManagerFactory factory;
  private final ThreadLocal<@Nullable EntityManager> current = new ThreadLocal<>();

  JpaTransactions(Database database) {
    this.database = database;
    PersistenceConfiguration unit =
        new PersistenceConfiguration("test-" + System.identityHashCode(this))
            .provider(PersistenceProvider.class.getName())
            .managedClass(NotificationRow.class)
            .property("jakarta.persistence.nonJtaDataSource", database.gatewayDataSource())
            .property("eclipselink.target-database", "PostgreSQL")
            .property("eclipselink.cache.shared.default", "false")
            .property("eclipselink.weaving", "false")
            .property("eclipselink.logging.level", "WARNING");
    factory = unit.createEntityManagerFactory();
  }

  /** Works on the entity manager of the open transaction. */
  EntityManager entities() {
    return (EntityManager)
        Proxy.newProxyInstance(
            JpaTransactions.class.getClassLoader(),
            new Class<?>[] {EntityManager.class},
            (proxy, method, arguments) -> {
              EntityManager open = current.get();
              if (open == null) {
                throw new IllegalStateException("no transaction is open");
              }
              try {
                return method.invoke(open, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  @Override
  public <T> T inOne(Supplier<T> work) {
    return current.get() == null ? database.transactions().inOne(() -> inNew(work)) : work.get();
  }

  private <T> T inNew(Supplier<T> work) {
    EntityManager entities = factory.createEntityManager();
    current.set(entities);
    try {
      entities.getTransaction().begin();
      T result = work.get();
      entities.getTransaction().commit();
      return result;
    } finally {
      current.remove();
      entities.close();
    }
  }

  @Override
  public void close() {
    factory.close();
  }
}
