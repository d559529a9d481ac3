package dk.borgermaaling.liberty.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Starting, remembering and ending the processes of the system; each has a file with its process
 * id.
 */
final class Processes {
  private Processes() {}

  /**
   * Starts a process whose id is kept, so that a later start can end what a killed launcher left
   * running.
   */
  static Process start(ProcessBuilder builder, Path pidFile) {
    stopRemembered(pidFile);
    try {
      Process process = builder.start();
      Files.writeString(pidFile, Long.toString(process.pid()));
      return process;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends the process whose id is in the file, if it is still the one that was started there. */
  static void stopRemembered(Path pidFile) {
    if (!Files.exists(pidFile)) {
      return;
    }
    long pid = Long.parseLong(StateFolder.read(pidFile));
    ProcessHandle.of(pid)
        .filter(p -> p.info().command().filter(c -> c.endsWith("java")).isPresent())
        .ifPresent(p -> stop(p, Duration.ofSeconds(30)));
    try {
      Files.deleteIfExists(pidFile);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Asks the process and its children to end, and insists after the grace period. */
  static void stop(ProcessHandle process, Duration grace) {
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
    try {
      process.onExit().get(grace.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
