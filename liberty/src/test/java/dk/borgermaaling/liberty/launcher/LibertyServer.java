package dk.borgermaaling.liberty.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Open Liberty with the gateway in it, as a process of its own. */
public final class LibertyServer implements AutoCloseable {
  static final String NAME = System.getProperty("launcher.server", "gateway");
  private final Path wlp;
  private final StateFolder state;
  private final String name;
  private @Nullable Process process;

  LibertyServer(Path wlp, StateFolder state) {
    this(wlp, state, NAME);
  }

  LibertyServer(Path wlp, StateFolder state, String name) {
    this.wlp = wlp;
    this.state = state;
    this.name = name;
  }

  /** Where the server's own configuration, and our overrides, are. */
  static Path configuration(Path wlp) {
    return configuration(wlp, NAME);
  }

  static Path configuration(Path wlp, String name) {
    return wlp.resolve("usr/servers").resolve(name);
  }

  Path configuration() {
    return configuration(wlp, name);
  }

  /**
   * Starts the server's JVM itself, without the shell script around it, so that its process id is
   * the one to kill. The work area of an earlier build is deleted first: Liberty would go on with
   * the jars it remembers.
   */
  synchronized void start() {
    StateFolder.delete(configuration().resolve("workarea"));
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options(wlp.resolve("lib/platform/java/java9.options")));
    command.addAll(options(configuration().resolve("jvm.options")));
    command.add("-javaagent:" + wlp.resolve("bin/tools/ws-javaagent.jar"));
    command.add("-jar");
    command.add(wlp.resolve("bin/tools/ws-server.jar").toString());
    command.add(name);
    process =
        Processes.start(
            new ProcessBuilder(command)
                .directory(configuration().toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile())),
            state.file(name + ".pid"));
  }

  private static List<String> options(Path file) {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.map(String::strip).filter(l -> !l.isEmpty() && !l.startsWith("#")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the server tells, whoever has started it. */
  public Path messages() {
    return configuration().resolve("logs/messages.log");
  }

  Path log() {
    return state.logs().resolve(name + ".log");
  }

  synchronized boolean alive() {
    return process != null && process.isAlive();
  }

  /** Ends the server's JVM as a power cut would: no shutdown hook runs. */
  public synchronized void kill() {
    if (process != null) {
      process.destroyForcibly();
      await(process);
    }
  }

  @Override
  public synchronized void close() {
    if (process != null) {
      Processes.stop(process.toHandle(), Duration.ofSeconds(40));
      try {
        Files.deleteIfExists(state.file(name + ".pid"));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static void await(Process process) {
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
