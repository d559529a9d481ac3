package dk.borgermaaling.schultz.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

class ConfigurationDocTest {
  @Test
  void every_key_of_the_adapter_has_a_row_with_its_default() throws IOException {
    assertThat(documented()).isEqualTo(inCode());
  }

  private static Map<String, String> documented() throws IOException {
    Map<String, String> found = new TreeMap<>();
    for (String line : Files.readAllLines(Path.of("..", "docs", "configuration.md"))) {
      if (line.startsWith("| `gateway.schultz.")) {
        List<String> cells =
            Stream.of(line.split("\\|", -1)).map(c -> c.strip().replace("`", "")).toList();
        found.put(cells.get(1), cells.get(3));
      }
    }
    return found;
  }

  private static Map<String, String> inCode() {
    Map<String, String> found = new TreeMap<>();
    for (Method method : SchultzWiring.class.getDeclaredMethods()) {
      for (Parameter parameter : method.getParameters()) {
        ConfigProperty property = parameter.getAnnotation(ConfigProperty.class);
        if (property != null) {
          String value = property.defaultValue();
          found.put(
              property.name(), value.equals(ConfigProperty.UNCONFIGURED_VALUE) ? "none" : value);
        }
      }
    }
    return found;
  }
}
