package dk.borgermaaling.benchmarks;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dk.borgermaaling.gateway.testing.Database;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/**
 * A PostgreSQL of our own, durable as in production: a commit is on the disk before it is answered.
 */
final class IntakeDatabase implements AutoCloseable {
  private static final int CONNECTIONS = 16;

  /** Linux counts processor time in hundredths of a second, whatever the machine (USER_HZ). */
  private static final int MILLIS_OF_A_TICK = 10;

  /** utime, counted from the state; behind it stime, cutime, cstime (proc(5)). */
  private static final int USER_TIME = 11;

  private static final Pattern BETWEEN = Pattern.compile(" ");

  private final EmbeddedPostgres server;
  private final List<HikariDataSource> pools = new ArrayList<>();
  private final Database database;

  private final Path folder;

  private IntakeDatabase(EmbeddedPostgres server, Path folder) {
    this.server = server;
    this.folder = folder;
    this.database = Database.in(server, this::pooled);
  }

  static IntakeDatabase start() throws IOException {
    Path folder = Files.createTempDirectory("intake-benchmark");
    return new IntakeDatabase(
        EmbeddedPostgres.builder()
            .setDataDirectory(folder)
            .setServerConfig("fsync", "on")
            .setServerConfig("full_page_writes", "on")
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig(
                "shared_buffers", System.getProperty("benchmark.shared-buffers", "1GB"))
            .setServerConfig("shared_preload_libraries", "pg_stat_statements")
            .setServerConfig("pg_stat_statements.max", "1000")
            .start(),
        folder);
  }

  private DataSource pooled(DataSource direct) {
    HikariConfig config = new HikariConfig();
    config.setDataSource(direct);
    config.setMaximumPoolSize(CONNECTIONS);
    HikariDataSource pool = new HikariDataSource(config);
    pools.add(pool);
    return pool;
  }

  Database database() {
    return database;
  }

  /** Processor time of all its processes since the start, those that have ended too. */
  Duration used() {
    try {
      long postmaster =
          Long.parseLong(Files.readAllLines(folder.resolve("postmaster.pid")).get(0).strip());
      long ticks = ticks(postmaster, true);
      for (ProcessHandle child :
          ProcessHandle.of(postmaster).stream().flatMap(ProcessHandle::children).toList()) {
        ticks += ticks(child.pid(), false);
      }
      return Duration.ofMillis(ticks * MILLIS_OF_A_TICK);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * @param ended whether those of its children that have ended count as well
   */
  private static long ticks(long pid, boolean ended) throws IOException {
    Path stat = Path.of("/proc", Long.toString(pid), "stat");
    if (!Files.exists(stat)) {
      return 0;
    }
    String line = Files.readString(stat);
    long[] times =
        BETWEEN
            .splitAsStream(line.substring(line.lastIndexOf(')') + 2))
            .skip(USER_TIME)
            .limit(4)
            .mapToLong(Long::parseLong)
            .toArray();
    long own = times[0] + times[1];
    return ended ? own + times[2] + times[3] : own;
  }

  /** The statements that took most of the database's time, those of the plain inserts left out. */
  List<String> dearest(int most) throws SQLException {
    List<String> told = new ArrayList<>();
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE EXTENSION IF NOT EXISTS pg_stat_statements");
      try (ResultSet rows =
          statement.executeQuery(
              """
              SELECT format('%s ms, %s calls, %s rows: %s', round(total_exec_time), calls, rows,
                            left(regexp_replace(query, '[[:space:]]+', ' ', 'g'), 110))
              FROM pg_stat_statements WHERE query NOT LIKE '%plain.%'
              ORDER BY total_exec_time DESC LIMIT
              """
                  + most)) {
        while (rows.next()) {
          told.add(rows.getString(1));
        }
      }
    }
    return told;
  }

  @Override
  public void close() throws IOException {
    pools.forEach(HikariDataSource::close);
    server.close();
  }
}
