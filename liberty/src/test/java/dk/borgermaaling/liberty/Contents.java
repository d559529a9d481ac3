package dk.borgermaaling.liberty;

import dk.borgermaaling.liberty.launcher.WholeSystem;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * All that is in the gateway's five schemas, read as their owner at one moment: for each table the
 * number of its rows and a hash over them. Which tables there are is asked of the database, so that
 * one which comes later is compared, too.
 */
public final class Contents {
  private static final String TABLES =
      """
      SELECT table_schema || '.' || table_name FROM information_schema.tables
      WHERE table_schema IN ('intake', 'contact', 'answers', 'report', 'ops')
        AND table_type = 'BASE TABLE' ORDER BY 1
      """;

  /**
   * What moves while nobody sends anything, once the story is told. The tables stay: a row more or
   * less, or a change of any other column, is seen. Not here, because a test's database is new: the
   * message ids against replay, forgotten after 24 hours, and sessions, which end after hours.
   */
  private static final List<Moving> MOVING =
      List.of(
          new Moving(
              "ops.scheduled_tasks",
              "when a task ran and runs again, on which node, and how often its row was written",
              "execution_time",
              "picked",
              "picked_by",
              "last_success",
              "last_failure",
              "consecutive_failures",
              "last_heartbeat",
              "version"),
          new Moving(
              "intake.feed_run",
              "Momentum is read again every few seconds; what was found is still compared",
              "last_succeeded"),
          new Moving(
              "intake.feed_state",
              "when everybody was looked at, with every one of these readings",
              "all_looked_at"),
          new Moving(
              "report.count_run",
              "the answers are counted again every few seconds; the counts are still compared",
              "counted_at"));

  private final WholeSystem system;
  private final Collection<Moving> moving;

  public Contents(WholeSystem system) {
    this(system, MOVING);
  }

  private Contents(WholeSystem system, Collection<Moving> moving) {
    this.system = system;
    this.moving = moving;
  }

  /**
   * The same without these columns of a table as well.
   *
   * @param why what it is in the caller's test that changes them
   */
  public Contents without(String table, String why, String... columns) {
    List<Moving> more = new ArrayList<>(moving);
    more.add(new Moving(table, why, columns));
    return new Contents(system, more);
  }

  /** By table: its rows and their hash. */
  public Map<String, String> read() {
    try (Connection connection = system.database().connect()) {
      connection.setAutoCommit(false);
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      Map<String, String> contents = new TreeMap<>();
      for (String table : tables(connection)) {
        contents.put(table, hash(connection, table));
      }
      return contents;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> tables(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(TABLES)) {
      List<String> tables = new ArrayList<>();
      while (rows.next()) {
        tables.add(rows.getString(1));
      }
      return tables;
    }
  }

  /** Rows in any order: a table has none. */
  private String hash(Connection connection, String table) throws SQLException {
    String query =
        """
        SELECT count(*) || ' rows, ' || coalesce(md5(string_agg(line, '' ORDER BY line)), 'none')
        FROM (SELECT md5((to_jsonb(t) - ?::text[])::text) AS line FROM %s t) lines
        """
            .formatted(table);
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setArray(1, connection.createArrayOf("text", columnsWithout(table)));
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getString(1);
      }
    }
  }

  private String[] columnsWithout(String table) {
    return moving.stream()
        .filter(m -> m.table().equals(table))
        .flatMap(m -> m.columns().stream())
        .toArray(String[]::new);
  }

  /**
   * Columns of a table that are not compared.
   *
   * @param why what changes them
   */
  private record Moving(String table, String why, List<String> columns) {
    Moving(String table, String why, String... columns) {
      this(table, why, List.of(columns));
    }
  }
}
