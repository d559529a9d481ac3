package dk.borgermaaling.liberty.threats;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * One row of {@code docs/threats.yaml}.
 *
 * @param id letter of its list and number
 * @param shipped what the product does against it without anybody setting anything
 * @param tests {@code Class#method} or {@code Class#method[row]}
 * @param open what is missing yet, absent when nothing is
 */
record Threat(String id, String threat, String shipped, List<String> tests, @Nullable String open) {
  private static final Set<String> MEMBERS = Set.of("id", "threat", "default", "tests", "open");

  static List<Threat> read(Path yaml) {
    LoaderOptions strict = new LoaderOptions();
    strict.setAllowDuplicateKeys(false);
    try (Reader reader = Files.newBufferedReader(yaml)) {
      Map<String, List<Map<String, Object>>> all =
          new Yaml(new SafeConstructor(strict)).load(reader);
      return all.getOrDefault("rows", List.of()).stream().map(Threat::of).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Threat of(Map<String, Object> row) {
    if (!MEMBERS.containsAll(row.keySet())) {
      throw new IllegalArgumentException("unknown members in " + row);
    }
    return new Threat(
        text(row, "id"),
        text(row, "threat"),
        text(row, "default"),
        row.get("tests") instanceof List<?> tests
            ? tests.stream().map(Object::toString).toList()
            : List.of(),
        row.get("open") instanceof String open ? open : null);
  }

  private static String text(Map<String, Object> row, String name) {
    if (row.get(name) instanceof String text && !text.isBlank()) {
      return text;
    }
    throw new IllegalArgumentException("no " + name + " in " + row);
  }
}
