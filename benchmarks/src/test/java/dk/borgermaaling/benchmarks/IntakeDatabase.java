package dk.borgermaaling.benchmarks;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dk.borgermaaling.gateway.testing.Database;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * A PostgreSQL of our own, durable as in production: a commit is on the disk before it is answered.
 */
final class IntakeDatabase implements AutoCloseable {
  private static final int CONNECTIONS = 8;

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

  /** The postmaster, whose children serve the connections. */
  ProcessHandle process() throws IOException {
    String pid = Files.readAllLines(folder.resolve("postmaster.pid")).get(0).strip();
    return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
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
                            left(regexp_replace(query, '\s+', ' ', 'g'), 110))
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
