package dk.borgermaaling.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/**
 * Where the gateway's processor time goes: the JDK's flight recorder looks every 10 ms what each
 * running thread does. It sees Java alone: neither the compiler nor the collector, nothing of
 * another language, as the Corretto provider is, nor what the JDK has in hand-written machine code:
 * the inner loops of RSA, SHA-256 and AES. So it shows too little of signatures and TLS.
 */
final class Shares {
  private static final String NAME = "benchmark";

  /** Period of samples in the recorder's settings "profile". */
  private static final double SAMPLE_SECONDS = 0.01;

  private static final String SAMPLE = "jdk.ExecutionSample";
  private static final int PATIENCE_SECONDS = 30;

  private final Map<Area, Integer> samples = new EnumMap<>(Area.class);

  Shares() {}

  /** What is to be recorded. */
  interface Work {
    void run() throws InterruptedException;
  }

  /** Records the gateway while it works, and prints a Markdown table. */
  static void print(String title, RunningSystem system, Work work, PrintStream out)
      throws IOException, InterruptedException {
    Path jcmd = Path.of(system.java()).resolveSibling("jcmd");
    if (!Files.isExecutable(jcmd)) {
      out.printf("%nno shares: there is no jcmd beside %s%n", system.java());
      return;
    }
    Path folder = Files.createTempDirectory("benchmark");
    Path file = folder.resolve("gateway.jfr");
    String gateway = Long.toString(system.gateway().pid());
    try {
      ask(jcmd, gateway, "JFR.start", "name=" + NAME, "settings=profile");
      CpuMeter meter = CpuMeter.of(system.gateway());
      Duration before = meter.used();
      Duration used;
      try {
        work.run();
        used = meter.used().minus(before);
      } finally {
        ask(jcmd, gateway, "JFR.stop", "name=" + NAME, "filename=" + file);
      }
      of(file).print(title, used, out);
    } finally {
      Files.deleteIfExists(file);
      Files.delete(folder);
    }
  }

  private static void ask(Path jcmd, String... arguments) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(Stream.concat(Stream.of(jcmd.toString()), Stream.of(arguments)).toList())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
      process.destroyForcibly();
      throw new IllegalStateException("the gateway's flight recorder does not obey");
    }
  }

  static Shares of(Path file) throws IOException {
    Shares shares = new Shares();
    try (RecordingFile recording = new RecordingFile(file)) {
      while (recording.hasMoreEvents()) {
        RecordedEvent event = recording.readEvent();
        if (event.getEventType().getName().equals(SAMPLE) && event.getStackTrace() != null) {
          shares.add(
              event.getStackTrace().getFrames().stream()
                  .map(frame -> frame.getMethod().getType().getName())
                  .toList());
        }
      }
    }
    return shares;
  }

  void add(List<String> classes) {
    samples.merge(Area.of(classes), 1, Integer::sum);
  }

  private void print(String title, Duration used, PrintStream out) {
    int all = samples.values().stream().mapToInt(Integer::intValue).sum();
    out.printf("%n## Where the gateway's time goes: %s%n%n", title);
    out.printf(
        "%d samples, which are %.1f s of the %.1f s of processor time%n%n| | %% |%n|---|--:|%n",
        all, all * SAMPLE_SECONDS, used.toMillis() / 1e3);
    for (Area area : Area.values()) {
      out.printf(
          "| %s | %s |%n",
          area.title(), Table.number(100.0 * samples.getOrDefault(area, 0) / Math.max(1, all)));
    }
  }
}
