package dk.borgermaaling.benchmarks;

import dk.borgermaaling.gateway.testing.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/**
 * The rows that the road has written, inserted once more by plain JDBC, in batches, into copies of
 * the tables with the same indexes, checks and foreign keys (but citizens' to one another), by as
 * many threads as decide. Nothing is read, checked, decided, encrypted or locked for it: the least
 * that could store as much.
 */
final class PlainInserts implements AutoCloseable {
  private static final int BATCH = 500;
  private static final int THREADS = 2;

  /** One after the other, because of the foreign keys; the tables of one at the same time. */
  private static final List<List<PlainTable>> PHASES =
      List.of(
          List.of(PlainTable.CITIZEN),
          List.of(
              PlainTable.CASE_EVENT,
              PlainTable.DECISION,
              PlainTable.COURSE,
              PlainTable.INVITATION,
              PlainTable.QUARANTINE),
          List.of(PlainTable.NOTIFICATION, PlainTable.TASK));

  private final Jdbi owner;
  private final DataSource connections;
  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
  private long until;

  PlainInserts(Database database) {
    this.owner = database.owner();
    this.connections = database.gatewayDataSource();
    owner.useHandle(
        handle -> {
          handle.execute("CREATE SCHEMA plain");
          handle.execute("GRANT USAGE ON SCHEMA plain TO borgermaaling_gateway");
          for (PlainTable table : PHASES.stream().flatMap(List::stream).toList()) {
            handle.execute(
                "CREATE TABLE %s (LIKE %s INCLUDING ALL EXCLUDING IDENTITY)"
                    .formatted(table.copy(), table.name()));
            handle.execute(
                "GRANT SELECT, INSERT, UPDATE ON %s TO borgermaaling_gateway"
                    .formatted(table.copy()));
          }
          for (String table : List.of("citizen_course", "invitation")) {
            handle.execute(
                "ALTER TABLE plain.%s ADD FOREIGN KEY (citizen_id) REFERENCES plain.citizen"
                    .formatted(table));
          }
          handle.execute(
              "ALTER TABLE plain.notification ADD FOREIGN KEY (municipality_code, invitation_id)"
                  + " REFERENCES plain.invitation (municipality_code, id)"
                  + " DEFERRABLE INITIALLY DEFERRED");
        });
  }

  /** Reads what has been written since the last time. */
  List<List<Batch>> added() throws SQLException {
    List<List<Batch>> phases = new ArrayList<>();
    for (List<PlainTable> tables : PHASES) {
      List<Batch> batches = new ArrayList<>();
      for (PlainTable table : tables) {
        batches.addAll(added(table));
      }
      phases.add(batches);
    }
    until =
        owner.withHandle(
            handle ->
                handle
                    .createQuery("SELECT coalesce(max(arrival), 0) FROM intake.case_event")
                    .mapTo(Long.class)
                    .one());
    return phases;
  }

  private List<Batch> added(PlainTable table) throws SQLException {
    String select =
        "SELECT t.* FROM %s t WHERE %s ORDER BY %s"
            .formatted(table.name(), table.added(), table.order());
    return owner.<List<Batch>, SQLException>withHandle(
        handle -> {
          List<Batch> batches = new ArrayList<>();
          try (PreparedStatement statement = handle.getConnection().prepareStatement(select)) {
            statement.setLong(1, until);
            try (ResultSet rows = statement.executeQuery()) {
              String insert = insert(table, rows.getMetaData());
              List<Object[]> some = new ArrayList<>();
              while (rows.next()) {
                some.add(row(rows));
                if (some.size() == BATCH) {
                  batches.add(new Batch(insert, some));
                  some = new ArrayList<>();
                }
              }
              if (!some.isEmpty()) {
                batches.add(new Batch(insert, some));
              }
            }
          }
          return batches;
        });
  }

  private static Object[] row(ResultSet rows) throws SQLException {
    Object[] row = new Object[rows.getMetaData().getColumnCount()];
    for (int i = 0; i < row.length; i++) {
      row[i] = rows.getObject(i + 1);
    }
    return row;
  }

  private static String insert(PlainTable table, ResultSetMetaData columns) throws SQLException {
    List<String> names = new ArrayList<>();
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      names.add(columns.getColumnName(i));
    }
    String insert =
        "INSERT INTO %s (%s) VALUES (%s)"
            .formatted(
                table.copy(),
                String.join(", ", names),
                names.stream().map(name -> "?").collect(Collectors.joining(", ")));
    if (table.key().isEmpty()) {
      return insert;
    }
    return insert
        + names.stream()
            .filter(name -> !table.key().contains(name))
            .map(name -> name + " = excluded." + name)
            .collect(
                Collectors.joining(
                    ", ",
                    " ON CONFLICT (" + String.join(", ", table.key()) + ") DO UPDATE SET ",
                    ""));
  }

  /** Inserts them; each batch is a transaction. */
  void insert(List<List<Batch>> phases) throws InterruptedException, ExecutionException {
    for (List<Batch> batches : phases) {
      List<Callable<Integer>> work =
          batches.stream().<Callable<Integer>>map(batch -> () -> insert(batch)).toList();
      for (Future<Integer> done : threads.invokeAll(work)) {
        done.get();
      }
    }
  }

  private int insert(Batch batch) throws SQLException {
    try (Connection connection = connections.getConnection()) {
      connection.setAutoCommit(false);
      try (PreparedStatement statement = connection.prepareStatement(batch.sql())) {
        for (Object[] row : batch.rows()) {
          for (int i = 0; i < row.length; i++) {
            statement.setObject(i + 1, row[i]);
          }
          statement.addBatch();
        }
        int[] counts = statement.executeBatch();
        connection.commit();
        return IntStream.of(counts).sum();
      }
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }

  /** Rows of one table, which are one transaction. */
  record Batch(String sql, List<Object[]> rows) {}
}
