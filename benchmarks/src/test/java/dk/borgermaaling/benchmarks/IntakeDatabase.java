package dk.borgermaaling.benchmarks;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dk.borgermaaling.gateway.testing.Database;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

  @Override
  public void close() throws IOException {
    pools.forEach(HikariDataSource::close);
    server.close();
  }
}
