package dk.borgermaaling.kmd;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * 100,000 citizens in a heap of 160 MB, where the JVM, the page that is being read and what the
 * test's own gateway keeps have their place as well: promised are 256 MB for the adapter alone.
 */
class BoundedMemoryTest {
  private static final int CITIZENS = 100_000;
  private @TempDir Path folder;

  @Test
  void complete_runs_over_a_large_municipality_need_little_memory() throws Exception {
    Path out = folder.resolve("out.txt");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx160m",
                "-XX:MaxDirectMemorySize=128m",
                "-cp",
                System.getProperty("java.class.path"),
                HundredThousand.class.getName())
            .redirectErrorStream(true)
            .redirectOutput(out.toFile())
            .start();
    assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();

    assertThat(lines(out))
        .containsExactly(
            "{ConversationHeld=%d, TargetGroupStarted=%d}".formatted(CITIZENS, CITIZENS),
            "{}",
            "{CourseEnded=%d, TargetGroupChanged=%d}".formatted(gone(), moved()));
    assertThat(process.exitValue()).isZero();
  }

  private static long gone() {
    return IntStream.range(0, CITIZENS).filter(citizen -> citizen % 11 == 0).count();
  }

  private static long moved() {
    return IntStream.range(0, CITIZENS)
        .filter(citizen -> citizen % 11 != 0 && citizen % 10 == 1)
        .count();
  }

  private static List<String> lines(Path file) throws IOException {
    return Files.readString(file, UTF_8).lines().toList();
  }
}
