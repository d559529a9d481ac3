package dk.borgermaaling.gateway.murder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Signals to processes that this one has started. */
final class Signals {
  private Signals() {}

  static void send(String signal, List<Long> pids) {
    if (!pids.isEmpty()) {
      List<String> command = new ArrayList<>(List.of("kill", "-" + signal));
      pids.forEach(pid -> command.add(Long.toString(pid)));
      run(command);
    }
  }

  /** Runs a command to its end; false when it fails, also because a process has gone already. */
  static boolean run(List<String> command) {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
