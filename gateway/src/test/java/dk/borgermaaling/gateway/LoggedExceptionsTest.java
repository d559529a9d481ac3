package dk.borgermaaling.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A log line names the classes of what went wrong ({@code Causes}), never an exception itself. */
class LoggedExceptionsTest {
  private static final Pattern LOG_LINE =
      Pattern.compile("LOG\\s*\\.(trace|debug|info|warn|error)\\([^;]*;");
  private static final Pattern RAW =
      Pattern.compile(",\\s*(e|thrown|cause)\\s*\\)|getMessage\\(\\)");

  @Test
  void no_log_line_is_given_an_exception_or_its_message() throws IOException {
    List<Path> roots =
        List.of(
            Path.of("src/main/java"),
            Path.of("../adapters-kmd/src/main/java"),
            Path.of("../adapters-schultz/src/main/java"));
    for (Path root : roots.stream().filter(Files::isDirectory).toList()) {
      try (Stream<Path> files = Files.walk(root)) {
        files.filter(file -> file.toString().endsWith(".java")).forEach(this::assertClean);
      }
    }
  }

  private void assertClean(Path file) {
    List<String> lines = LOG_LINE.matcher(read(file)).results().map(MatchResult::group).toList();
    assertThat(lines).as(file.toString()).noneMatch(line -> RAW.matcher(line).find());
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
