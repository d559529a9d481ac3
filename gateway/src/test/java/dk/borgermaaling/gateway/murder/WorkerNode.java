package dk.borgermaaling.gateway.murder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A {@link Worker} in a JVM of its own. */
final class WorkerNode implements Node {
  private static final int MEGABYTES = 256;

  private final String name;
  private final Path file;
  private final Path log;
  private WorkerSettings settings;
  private @Nullable Process process;
  private boolean wanted;

  private WorkerNode(String name, Path folder, WorkerSettings settings) {
    this.name = name;
    this.file = folder.resolve(name + ".properties");
    this.log = folder.resolve(name + ".log");
    this.settings = settings;
  }

  static WorkerNode at(NodePlace place) {
    return new WorkerNode(
        place.name(),
        place.folder(),
        new WorkerSettings(
            place.databasePort(),
            place.postPort(),
            place.door(),
            place.certificates(),
            place.keys(),
            place.folder().resolve(place.name() + ".clock"),
            place.folder().resolve(place.name() + ".ready"),
            Breach.NONE));
  }

  /** From its next start on it breaks a rule. */
  synchronized void corrupt(Breach breach) {
    settings = settings.with(breach);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public synchronized void start() {
    wanted = true;
    if (process != null && process.isAlive()) {
      return;
    }
    try {
      Files.deleteIfExists(settings.ready());
      settings.write(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    process = JavaProcess.start(Worker.class.getName(), MEGABYTES, file, log);
  }

  @Override
  public synchronized void kill() {
    wanted = false;
    Process dying = process;
    if (dying != null) {
      dying.destroyForcibly();
      Patience.within(Duration.ofSeconds(10), () -> !dying.isAlive());
    }
  }

  @Override
  public void stop() {
    signal("STOP");
  }

  @Override
  public void cont() {
    signal("CONT");
  }

  private synchronized void signal(String name) {
    if (process != null && process.isAlive()) {
      Signals.send(name, List.of(process.pid()));
    }
  }

  @Override
  public synchronized boolean isUp() {
    return process != null && process.isAlive() && Files.exists(settings.ready());
  }

  @Override
  public synchronized void tend() {
    if (wanted && (process == null || !process.isAlive())) {
      start();
    }
  }

  @Override
  public void setClockOff(Duration offset) {
    try {
      JumpingClock.write(settings.clock(), offset);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    kill();
  }
}
