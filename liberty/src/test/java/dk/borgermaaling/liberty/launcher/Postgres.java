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
  private static final String SUPERUSER = "postgres";
  private static final String SUPERUSER_SECRET = "db-superuser";
  private static final String WHO_MAY_CONNECT =
      """
      local all all scram-sha-256
      host all all 127.0.0.1/32 scram-sha-256
      host all all ::1/128 scram-sha-256
      """;
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
              .setConnectConfig("password", state.secret(SUPERUSER_SECRET))
              .setServerConfig("max_connections", "200")
              .setServerConfig("synchronous_commit", "on")
              .setPGStartupWait(Duration.ofSeconds(60))
              .start();
      String server = "jdbc:postgresql://localhost:" + port + "/";
      String superuser = state.secret(SUPERUSER_SECRET);
      askForPasswords(server + "postgres", superuser, state.postgres());
      createDatabase(server + "postgres", superuser);
      Postgres postgres = new Postgres(server + DATABASE, state, embedded);
      postgres.makeRoles(superuser, rolesScript);
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

  /**
   * A data folder is made so that anybody on the machine may connect as superuser; from here on
   * nobody may without a password. A server that asks already is asked the same again.
   */
  private static void askForPasswords(String url, String superuser, Path data) throws IOException {
    try (Connection connection = DriverManager.getConnection(url, SUPERUSER, superuser);
        Statement statement = connection.createStatement()) {
      statement.execute("SET password_encryption = 'scram-sha-256'");
      statement.execute("ALTER ROLE " + SUPERUSER + " PASSWORD '" + superuser + "'");
      Files.writeString(data.resolve("pg_hba.conf"), WHO_MAY_CONNECT);
      statement.execute("SELECT pg_reload_conf()");
    } catch (SQLException e) {
      throw new IllegalStateException("the superuser's password could not be set", e);
    }
  }

  private static void createDatabase(String url, String superuser) {
    try (Connection connection = DriverManager.getConnection(url, SUPERUSER, superuser);
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

  private void makeRoles(String superuser, Path script) throws IOException {
    String sql = Files.readString(script);
    for (String role : ROLES) {
      sql = sql.replace(":'" + role + "_password'", "'" + password(role) + "'");
    }
    try (Connection connection = DriverManager.getConnection(url, SUPERUSER, superuser);
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
