package dk.borgermaaling.gateway.murder;

import dk.borgermaaling.gateway.testing.Database;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** PostgreSQL on a disk of its own, which can be killed and whose disk can be full. */
final class DatabaseServer implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Path folder;
  private final SmallDisk disk;
  private final int port;
  private final Database database;
  private @Nullable EmbeddedPostgres server;

  /**
   * Starts it, empty but for the tables.
   *
   * @param parent gets the disk
   * @param megabytes of the disk
   */
  DatabaseServer(Path parent, int megabytes) {
    disk = SmallDisk.in(parent.resolve("disk"), megabytes);
    folder = disk.folder().resolve("data");
    EmbeddedPostgres first = start(0);
    server = first;
    port = first.getPort();
    database = Database.in(first, UnaryOperator.identity());
  }

  private EmbeddedPostgres start(int wanted) {
    try {
      EmbeddedPostgres.Builder builder =
          EmbeddedPostgres.builder()
              .setDataDirectory(folder)
              .setCleanDataDirectory(false)
              .setServerConfig("timezone", "America/St_Johns")
              // A killed process loses nothing that it has written; only a machine would.
              .setServerConfig("fsync", "off")
              .setServerConfig("synchronous_commit", "on")
              .setServerConfig("min_wal_size", "32MB")
              .setServerConfig("max_wal_size", "64MB")
              .setServerConfig("restart_after_crash", "on")
              .setPGStartupWait(PATIENCE);
      return wanted == 0 ? builder.start() : builder.setPort(wanted).start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int port() {
    return port;
  }

  /** Straight to it, past all roads that can be cut. */
  Database database() {
    return database;
  }

  /** SIGKILL to the server and all its processes. */
  void kill() {
    Signals.send("KILL", pids());
  }

  /** Starts it again on the same data, unless it answers. */
  void revive() {
    disk.free(pids());
    if (Patience.within(Duration.ofMillis(500), this::answers)) {
      return;
    }
    kill();
    forget();
    server = Patience.answer(PATIENCE, () -> start(port));
  }

  private void forget() {
    try {
      if (server != null) {
        server.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server = null;
  }

  boolean answers() {
    return database
            .owner()
            .withHandle(handle -> handle.createQuery("SELECT 1").mapTo(Integer.class).one())
        == 1;
  }

  /** Nothing more can be written. */
  void fillDisk() {
    disk.fill(pids());
  }

  private List<Long> pids() {
    Path file = folder.resolve("postmaster.pid");
    if (!Files.exists(file)) {
      return List.of();
    }
    try {
      long postmaster = Long.parseLong(Files.readAllLines(file).get(0).strip());
      List<Long> pids = new ArrayList<>(List.of(postmaster));
      ProcessHandle.of(postmaster).stream()
          .flatMap(ProcessHandle::descendants)
          .forEach(child -> pids.add(child.pid()));
      return pids;
    } catch (IOException | IndexOutOfBoundsException e) {
      return List.of();
    }
  }

  @Override
  public void close() {
    forget();
    disk.close();
  }
}
