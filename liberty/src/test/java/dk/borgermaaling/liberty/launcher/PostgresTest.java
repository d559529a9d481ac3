package dk.borgermaaling.liberty.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who may connect to the embedded database. */
class PostgresTest {
  private static final Path ROLES = Path.of("src/main/database/roles.sql");
  private static final String WRONG_PASSWORD = "28P01";
  private Path root;
  private StateFolder state;

  @BeforeEach
  void folder() throws IOException {
    root = Files.createTempDirectory("state");
    // PostgreSQL runs as another user when this does as root: it must be able to pass.
    root.toFile().setExecutable(true, false);
    state = new StateFolder(root);
  }

  @AfterEach
  void clean() {
    StateFolder.delete(root);
  }

  @Test
  void nobody_connects_without_a_password_at_the_first_start_and_later() throws Exception {
    for (int start = 0; start < 2; start++) {
      int port = freePort();
      try (Postgres postgres = Postgres.embedded(state, port, ROLES)) {
        String url = "jdbc:postgresql://localhost:" + port + "/postgres";
        WholeSystem.await(
            "the superuser without a password is refused",
            Duration.ofSeconds(10),
            () -> isRefused(url, "postgres", "no password"));
        assertThat(isRefused(url, "borgermaaling_gateway", "no password")).isTrue();
        assertThatThrownBy(() -> DriverManager.getConnection(url + "?user=postgres"))
            .isInstanceOf(SQLException.class);
        try (Connection owner = postgres.connect()) {
          assertThat(owner.isValid(5)).isTrue();
        }
      }
    }
  }

  private static boolean isRefused(String url, String user, String password) {
    try (Connection let = DriverManager.getConnection(url, user, password)) {
      return !let.isValid(5);
    } catch (SQLException e) {
      return WRONG_PASSWORD.equals(e.getSQLState());
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0)) {
      return free.getLocalPort();
    }
  }
}
