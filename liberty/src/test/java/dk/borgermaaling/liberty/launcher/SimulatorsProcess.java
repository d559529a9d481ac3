package dk.borgermaaling.liberty.launcher;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The simulators in a process of their own, so that they outlive a killed gateway. */
final class SimulatorsProcess implements AutoCloseable {
  private final StateFolder state;
  private final String classPath;
  private @Nullable Process process;

  SimulatorsProcess(StateFolder state, String classPath) {
    this.state = state;
    this.classPath = classPath;
  }

  void start(Path settings) {
    process =
        Processes.start(
            new ProcessBuilder(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx512m",
                    "-Djava.awt.headless=true",
                    "-Djdk.httpclient.enableAllMethodRetry=false",
                    "-cp",
                    classPath,
                    "dk.borgermaaling.simulators.Simulators",
                    settings.toString())
                .redirectErrorStream(true)
                .redirectOutput(
                    ProcessBuilder.Redirect.appendTo(
                        state.logs().resolve("simulators.log").toFile())),
            state.file("simulators.pid"));
  }

  boolean alive() {
    return process != null && process.isAlive();
  }

  @Override
  public void close() {
    if (process != null) {
      Processes.stop(process.toHandle(), Duration.ofSeconds(15));
    }
  }
}
