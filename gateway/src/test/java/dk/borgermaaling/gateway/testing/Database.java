package dk.borgermaaling.gateway.testing;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.Task;
import dk.borgermaaling.gateway.kernel.jpa.Migrations;
import dk.borgermaaling.gateway.kernel.jpa.SqlDatabase;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A migrated PostgreSQL with the roles of production. The server is one for the JVM; {@link
 * #fresh()} makes a database of its own in it (0.2 s, copied from a migrated template), so that
 * tests never see each other's rows.
 *
 * <pre>{@code
 * private final Database database = Database.fresh();
 * database.gateway();               // Jdbi of the role for intake, contact and ops
 * database.transactions();          // transactions of that role: Jdbi, JPA and the scheduler's client join them
 * database.entityManager();         // of persistence unit "gateway", in those transactions
 * database.owner();                 // sees everything: for arranging and asserting
 * }</pre>
 */
public final class Database {
  private static final String TEMPLATE = "borgermaaling_template";
  private static final Object COPYING = new Object();
  private static final List<String> ROLES = List.of("gateway", "answers", "report");

  private static final class Server {
    static final EmbeddedPostgres POSTGRES = start();

    private static EmbeddedPostgres start() {
      try {
        EmbeddedPostgres postgres =
            EmbeddedPostgres.builder()
                .setServerConfig("timezone", "America/St_Johns")
                .setServerConfig("fsync", "off")
                .setServerConfig("max_connections", "300")
                .start();
        migrate(postgres, TEMPLATE);
        return postgres;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static void migrate(EmbeddedPostgres postgres, String name) {
    DataSource superuser = postgres.getPostgresDatabase();
    execute(superuser, "CREATE ROLE borgermaaling_owner LOGIN");
    ROLES.forEach(role -> execute(superuser, "CREATE ROLE borgermaaling_" + role + " LOGIN"));
    execute(superuser, "CREATE DATABASE " + name + " OWNER borgermaaling_owner");
    Migrations.run(dataSource(postgres.getPort(), name, "borgermaaling_owner"));
  }

  private final Jdbi owner;
  private final ThreadBoundDataSource gateway;
  private final ThreadBoundDataSource answers;
  private final ThreadBoundDataSource report;
  private final JdbcTransactions gatewayTransactions;
  private final JdbcTransactions answersTransactions;
  private final JdbcTransactions reportTransactions;

  private Database(int port, String name, UnaryOperator<DataSource> pool) {
    owner = SqlDatabase.on(dataSource(port, name, "borgermaaling_owner"));
    gateway =
        new ThreadBoundDataSource(pool.apply(dataSource(port, name, "borgermaaling_gateway")));
    answers = new ThreadBoundDataSource(dataSource(port, name, "borgermaaling_answers"));
    report = new ThreadBoundDataSource(dataSource(port, name, "borgermaaling_report"));
    gatewayTransactions = new JdbcTransactions(gateway);
    answersTransactions = new JdbcTransactions(answers);
    reportTransactions = new JdbcTransactions(report);
  }

  /** A migrated database without any row of ours but what the migrations write. */
  public static Database fresh() {
    return fresh(UnaryOperator.identity());
  }

  /**
   * As {@link #fresh()}, for a test of many transactions.
   *
   * @param pool makes connections of the gateway's role be used again
   */
  public static Database fresh(UnaryOperator<DataSource> pool) {
    EmbeddedPostgres postgres = Server.POSTGRES;
    String name = "test_" + UUID.randomUUID().toString().replace("-", "");
    synchronized (COPYING) {
      execute(
          postgres.getPostgresDatabase(),
          "CREATE DATABASE " + name + " TEMPLATE " + TEMPLATE + " OWNER borgermaaling_owner");
    }
    return new Database(postgres.getPort(), name, pool);
  }

  /**
   * The one database of a server of the caller's own, which has nothing in it yet.
   *
   * @param pool makes connections of the gateway's role be used again
   */
  public static Database in(EmbeddedPostgres postgres, UnaryOperator<DataSource> pool) {
    migrate(postgres, TEMPLATE);
    return at(postgres.getPort(), pool);
  }

  /**
   * What {@link #in} has made, seen from another process or by another road.
   *
   * @param port of this machine, where the server or a road to it listens
   * @param pool makes connections of the gateway's role be used again
   */
  public static Database at(int port, UnaryOperator<DataSource> pool) {
    return new Database(port, TEMPLATE, pool);
  }

  public Jdbi owner() {
    return owner;
  }

  public Jdbi gateway() {
    return SqlDatabase.on(gateway);
  }

  public Jdbi answers() {
    return SqlDatabase.on(answers);
  }

  public Jdbi report() {
    return SqlDatabase.on(report);
  }

  /** Transactions of the gateway's role. */
  public JdbcTransactions transactions() {
    return gatewayTransactions;
  }

  public JdbcTransactions answersTransactions() {
    return answersTransactions;
  }

  public JdbcTransactions reportTransactions() {
    return reportTransactions;
  }

  /** JPA in transactions of the gateway's role, without a server. */
  public EntityManager entityManager() {
    return TransactionalEntityManager.on(gateway, gatewayTransactions);
  }

  /** Of the gateway's role; its connections join the open transaction. */
  public DataSource gatewayDataSource() {
    return gateway;
  }

  /**
   * Enqueues in the open transaction; nothing runs unless the test starts a scheduler.
   *
   * @param known tasks whose data is to be read
   */
  public SchedulerClient schedulerClient(Task<?>... known) {
    return SchedulerClient.Builder.create(gateway, List.of(known))
        .tableName("ops.scheduled_tasks")
        .build();
  }

  /** How many rows a table has, seen as the owner. */
  public int count(String table) {
    return owner.withHandle(
        handle -> handle.createQuery("SELECT count(*) FROM " + table).mapTo(Integer.class).one());
  }

  /** The first column of every row as text, seen as the owner. */
  public List<String> texts(String sql) {
    return owner.withHandle(handle -> handle.createQuery(sql).mapTo(String.class).list());
  }

  private static DataSource dataSource(int port, String name, String role) {
    PGSimpleDataSource made = new PGSimpleDataSource();
    made.setServerNames(new String[] {"localhost"});
    made.setPortNumbers(new int[] {port});
    made.setDatabaseName(name);
    made.setUser(role);
    made.setLogServerErrorDetail(false);
    return made;
  }

  private static void execute(DataSource dataSource, String sql) {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
