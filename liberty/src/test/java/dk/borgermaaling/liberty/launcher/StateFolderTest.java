package dk.borgermaaling.liberty.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateFolderTest {
  @TempDir Path folder;

  @Test
  void nobody_else_sees_keys_passwords_logs_or_what_the_simulators_keep() throws IOException {
    StateFolder state = new StateFolder(folder.resolve("state"));
    Files.createDirectories(folder.resolve("state/logs"));
    Files.setPosixFilePermissions(
        folder.resolve("state/logs"), PosixFilePermissions.fromString("rwxr-xr-x"));
    state.secret("any");
    for (Path own :
        new Path[] {
          state.certificates(),
          state.keys(),
          state.simulators(),
          state.logs(),
          state.root().resolve("secrets")
        }) {
      assertThat(permissions(own)).as(own.toString()).isEqualTo("rwx------");
    }
    assertThat(permissions(state.root().resolve("secrets/any"))).isEqualTo("rw-------");
  }

  @Test
  void the_database_can_reach_its_own_folders() throws IOException {
    StateFolder state = new StateFolder(folder.resolve("state"));
    assertThat(permissions(state.root())).isEqualTo("rwx--x--x");
    assertThat(permissions(state.postgresPrograms())).isEqualTo("rwx--x--x");
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
