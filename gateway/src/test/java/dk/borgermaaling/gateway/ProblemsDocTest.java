package dk.borgermaaling.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgermaaling.gateway.kernel.ProblemType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProblemsDocTest {
  @Test
  void the_table_has_a_row_for_every_problem_as_it_is_in_the_code() throws IOException {
    List<String> written =
        Files.readAllLines(Path.of("..", "docs", "problems.md")).stream()
            .filter(line -> line.startsWith("| `"))
            .map(line -> line.substring(0, line.lastIndexOf('|', line.length() - 2)).trim())
            .toList();
    List<String> inCode =
        Arrays.stream(ProblemType.values())
            .map(
                type ->
                    "| `%s` | %s | %d | %s | %s"
                        .formatted(
                            type.slug(),
                            type.title(),
                            type.status(),
                            type.blame() == ProblemType.Blame.SENDER ? "sender" : "receiver",
                            type.retryable() ? "yes" : "no"))
            .toList();
    assertThat(written).containsExactlyElementsOf(inCode);
  }
}
