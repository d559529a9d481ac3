package dk.borgermaaling.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgermaaling.gateway.selection.StopReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SelectionDocTest {
  @Test
  void the_table_has_every_stop_reason_in_the_order_in_which_the_rules_are_asked()
      throws IOException {
    List<String> written =
        Files.readAllLines(Path.of("..", "docs", "selection.md")).stream()
            .dropWhile(line -> !line.startsWith("| reason |"))
            .takeWhile(line -> line.startsWith("|"))
            .filter(line -> line.startsWith("| `"))
            .map(line -> line.substring(3, line.indexOf('`', 3)))
            .toList();
    assertThat(written)
        .containsExactlyElementsOf(Arrays.stream(StopReason.values()).map(Enum::name).toList());
  }
}
