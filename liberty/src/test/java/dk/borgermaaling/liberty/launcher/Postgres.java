package dk.borgermaaling.liberty.launcher;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The database: embedded PostgreSQL on a kept data folder, or somebody else's behind a URL. */
public final class Postgres implements AutoCloseable {
  private static final String DATABASE = "borgermaaling";
  private static final List<String> ROLES = List.of("owner", "gateway", "answers", "report");

  private final String url;
  private final StateFolder state;
  private final @Nullable EmbeddedPostgres embedded;

  private Postgres(String url, StateFolder state, @Nullable EmbeddedPostgres embedded) {
    this.url = url;
    this.state = state;
    this.embedded = embedded;
  }

  /**
   * Starts PostgreSQL on the state's data folder, after stopping one that a killed launcher left
   * behind.
   */
  static Postgres embedded(StateFolder state, int port, Path rolesScript) {
    stopOrphan(state.postgres());
    try {
      EmbeddedPostgres embedded =
          EmbeddedPostgres.builder()
              .setOverrideWorkingDirectory(state.postgresPrograms().toFile())
              .setDataDirectory(state.postgres())
              .setCleanDataDirectory(false)
              .setPort(port)
              .setServerConfig("max_connections", "200")
              .setPGStartupWait(Duration.ofSeconds(60))
              .start();
      String server = "jdbc:postgresql://localhost:" + port + "/";
      createDatabase(server + "postgres?user=postgres");
      Postgres postgres = new Postgres(server + DATABASE, state, embedded);
      postgres.makeRoles(server + DATABASE + "?user=postgres", rolesScript);
      return postgres;
    } catch (IOException e) {
      throw new UncheckedIOException("PostgreSQL did not start", e);
    }
  }

  /**
   * Uses a database that exists, with the roles of {@code roles.sql}; their passwords are in the
   * state folder.
   */
  static Postgres external(StateFolder state, String url) {
    return new Postgres(url, state, null);
  }

  String url() {
    return url;
  }

  static String role(String name) {
    return "borgermaaling_" + name;
  }

  String password(String role) {
    return state.secret("db-" + role);
  }

  /** A connection as the owner, for the launcher's own questions. */
  public Connection connect() throws SQLException {
    return DriverManager.getConnection(url, role("owner"), password("owner"));
  }

  @Override
  public void close() throws IOException {
    if (embedded != null) {
      embedded.close();
    }
  }

  private static void createDatabase(String adminUrl) {
    try (Connection connection = DriverManager.getConnection(adminUrl);
        Statement statement = connection.createStatement();
        ResultSet found =
            statement.executeQuery(
                "SELECT 1 FROM pg_database WHERE datname = '" + DATABASE + "'")) {
      if (!found.next()) {
        try (Statement create = connection.createStatement()) {
          create.execute("CREATE DATABASE " + DATABASE + " ENCODING 'UTF8' TEMPLATE template0");
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the database could not be made", e);
    }
  }

  private void makeRoles(String adminUrl, Path script) throws IOException {
    String sql = Files.readString(script);
    for (String role : ROLES) {
      sql = sql.replace(":'" + role + "_password'", "'" + password(role) + "'");
    }
    try (Connection connection = DriverManager.getConnection(adminUrl);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException("the roles could not be made", e);
    }
  }

  private static void stopOrphan(Path data) {
    Path pidFile = data.resolve("postmaster.pid");
    if (!Files.exists(pidFile)) {
      return;
    }
    try {
      long pid = Long.parseLong(Files.readAllLines(pidFile).get(0).strip());
      ProcessHandle.of(pid)
          .filter(p -> p.info().command().filter(c -> c.endsWith("postgres")).isPresent())
          .ifPresent(orphan -> Processes.stop(orphan, Duration.ofSeconds(30)));
      Files.deleteIfExists(pidFile);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
