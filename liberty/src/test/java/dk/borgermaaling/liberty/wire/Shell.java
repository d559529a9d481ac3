package dk.borgermaaling.liberty.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** Runs the callers of {@code src/test/shell} against the played system. */
final class Shell {
  private static final Path SCRIPTS = Path.of("src/test/shell");
  private final Wire wire;
  private final Path work;

  Shell(Wire wire, Path work) {
    this.wire = wire;
    this.work = work;
  }

  /** What the gateway answered, after the script has verified it. */
  record Answer(String status, String body) {}

  /** Skips the test, loudly, where one is not installed; fails it where the build must have it. */
  static void require(Path folder, String... programs) {
    for (String program : programs) {
      if (exit(List.of(program, "--version"), Map.of(), folder.resolve("version.txt")) != 0
          && exit(List.of(program, "version"), Map.of(), folder.resolve("version.txt")) != 0) {
        String missing = "SKIPPED: " + program + " is not installed, so no caller in shell was run";
        System.err.println(missing);
        if ("true".equals(System.getenv("CI"))) {
          Assertions.fail(missing);
        }
        Assumptions.abort(missing);
      }
    }
  }

  Answer run(String script, Path input) {
    Path out = work.resolve("out.txt");
    int exit =
        exit(
            List.of("bash", SCRIPTS.resolve(script).toString(), input.toString()),
            Map.of(
                "STS", origin(wire.system().simulatorsAddress()),
                "GATEWAY", origin(wire.system().gateway()),
                "MTLS", origin(wire.mutualTls("/")),
                "CERTS", wire.system().state().certificates().toString(),
                "WORK", work.toString()),
            out);
    String said = read(out);
    if (exit != 0) {
      throw new AssertionError(script + " ended with " + exit + ": " + said);
    }
    int line = said.indexOf('\n');
    return new Answer(said.substring(0, line), said.substring(line + 1));
  }

  private static String origin(URI address) {
    return address.getScheme() + "://" + address.getAuthority();
  }

  private static int exit(List<String> command, Map<String, String> environment, Path out) {
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(out.toFile());
    builder.environment().putAll(environment);
    try {
      return builder.start().waitFor();
    } catch (IOException e) {
      return -1;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
