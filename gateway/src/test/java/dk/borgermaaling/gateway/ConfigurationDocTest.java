package dk.borgermaaling.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Parameter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

class ConfigurationDocTest {
  private static final int KEY = 1;
  private static final int VARIABLE = 2;
  private static final int DEFAULT = 3;

  @Test
  void every_key_of_the_gateway_has_a_row_with_its_default() throws IOException {
    SortedMap<String, String> documented = new TreeMap<>();
    rows().forEach(row -> documented.put(row.get(KEY), row.get(DEFAULT)));
    documented.keySet().removeIf(key -> isOfAnAdapter(key));
    assertThat(documented.entrySet()).containsExactlyElementsOf(inCode().entrySet());
  }

  @Test
  void the_environment_variable_follows_from_the_key() throws IOException {
    assertThat(rows())
        .allSatisfy(
            row ->
                assertThat(row.get(VARIABLE))
                    .isEqualTo(row.get(KEY).toUpperCase(Locale.ROOT).replaceAll("[.-]", "_")));
  }

  /** The adapters' modules compare their own keys: the gateway does not see them. */
  private static boolean isOfAnAdapter(String key) {
    return key.startsWith("gateway.kmd.") || key.startsWith("gateway.schultz.");
  }

  private static List<List<String>> rows() throws IOException {
    return Files.readAllLines(Path.of("..", "docs", "configuration.md")).stream()
        .filter(line -> line.startsWith("| `"))
        .map(
            line ->
                Stream.of(line.split("\\|", -1)).map(cell -> cell.trim().replace("`", "")).toList())
        .toList();
  }

  private static SortedMap<String, String> inCode() {
    JavaClasses wiring =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dk.borgermaaling.gateway");
    SortedMap<String, String> found = new TreeMap<>();
    wiring.stream()
        .filter(type -> type.getPackageName().contains(".wiring"))
        .map(type -> type.reflect())
        .forEach(
            type -> {
              for (Constructor<?> constructor : type.getDeclaredConstructors()) {
                collect(constructor, found);
              }
              for (Executable method : type.getDeclaredMethods()) {
                collect(method, found);
              }
              for (Field field : type.getDeclaredFields()) {
                add(field.getAnnotation(ConfigProperty.class), found);
              }
            });
    return found;
  }

  private static void collect(Executable executable, SortedMap<String, String> found) {
    for (Parameter parameter : executable.getParameters()) {
      add(parameter.getAnnotation(ConfigProperty.class), found);
    }
  }

  private static void add(ConfigProperty property, SortedMap<String, String> found) {
    if (property != null) {
      String value = property.defaultValue();
      found.put(property.name(), value.equals(ConfigProperty.UNCONFIGURED_VALUE) ? "none" : value);
    }
  }
}
