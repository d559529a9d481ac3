package dk.borgermaaling.liberty;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.properties.HasAnnotations;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;

/**
 * docs/configuration.md against all that is read: the settings of the gateway and of both adapters,
 * which only the deployable sees together, and the variables of the server. The rows of an adapter
 * that has been taken out of the build are no more wrong than the adapter is missing.
 */
class ConfigurationDocTest {
  private static final Path CONFIG = Path.of("src/main/liberty/config");
  private static final String CONFIG_PROPERTY =
      "org.eclipse.microprofile.config.inject.ConfigProperty";
  private static final Pattern USE = Pattern.compile("\\$\\{([^}]+)}");

  /** Known to the server itself: where its configuration lies. */
  private static final String OF_THE_SERVER = "server.config.dir";

  private static final int KEY = 1;
  private static final int VARIABLE = 2;
  private static final int DEFAULT = 3;

  /** What the keys of an adapter begin with, and its package. */
  private static final Map<String, String> ADAPTERS =
      Map.of(
          "gateway.kmd.", "dk.borgermaaling.kmd",
          "gateway.schultz.", "dk.borgermaaling.schultz");

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(
              "dk.borgermaaling.gateway", "dk.borgermaaling.kmd", "dk.borgermaaling.schultz");

  @Test
  void every_key_that_the_code_reads_has_a_row_with_its_default() throws IOException {
    assertThat(documented(true).entrySet()).containsExactlyElementsOf(inCode().entrySet());
  }

  @Test
  void every_variable_of_the_server_has_a_row_with_its_default() throws IOException {
    assertThat(documented(false).entrySet()).containsExactlyElementsOf(inServer().entrySet());
  }

  @Test
  void the_environment_variable_follows_from_the_key() throws IOException {
    assertThat(rows())
        .allSatisfy(
            row ->
                assertThat(row.get(VARIABLE))
                    .isEqualTo(row.get(KEY).toUpperCase(Locale.ROOT).replaceAll("[.-]", "_")));
  }

  private static SortedMap<String, String> documented(boolean ofTheCode) throws IOException {
    SortedMap<String, String> documented = new TreeMap<>();
    rows().stream()
        .filter(row -> row.get(KEY).startsWith("gateway.") == ofTheCode)
        .filter(row -> isBuilt(row.get(KEY)))
        .forEach(row -> documented.put(row.get(KEY), row.get(DEFAULT)));
    return documented;
  }

  /** Whether the module that reads the key is there. */
  private static boolean isBuilt(String key) {
    return ADAPTERS.entrySet().stream()
        .filter(adapter -> key.startsWith(adapter.getKey()))
        .allMatch(
            adapter ->
                CLASSES.stream()
                    .anyMatch(type -> type.getPackageName().startsWith(adapter.getValue())));
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
    SortedMap<String, String> found = new TreeMap<>();
    for (JavaClass type : CLASSES) {
      type.getFields().forEach(field -> add(field, found));
      type.getCodeUnits().stream()
          .flatMap(code -> code.getParameters().stream())
          .forEach(parameter -> add(parameter, found));
    }
    return found;
  }

  /** Read from the class files: tests of this module do not have the annotation itself. */
  private static void add(HasAnnotations<?> annotated, SortedMap<String, String> found) {
    for (JavaAnnotation<?> annotation : annotated.getAnnotations()) {
      if (annotation.getRawType().getName().equals(CONFIG_PROPERTY)) {
        found.put(
            annotation.getExplicitlyDeclaredProperty("name").toString(),
            annotation
                .tryGetExplicitlyDeclaredProperty("defaultValue")
                .map(Object::toString)
                .orElse("none"));
      }
    }
  }

  private static SortedMap<String, String> inServer() throws IOException {
    SortedMap<String, String> found = new TreeMap<>();
    for (String text : serverFiles()) {
      USE.matcher(text)
          .results()
          .map(use -> use.group(1))
          .filter(name -> !name.equals(OF_THE_SERVER))
          .forEach(name -> found.putIfAbsent(name, "none"));
    }
    for (String text : serverFiles()) {
      Jsoup.parse(text, Parser.xmlParser())
          .select("variable[defaultValue]")
          .forEach(variable -> found.put(variable.attr("name"), variable.attr("defaultValue")));
    }
    return found;
  }

  private static List<String> serverFiles() throws IOException {
    try (Stream<Path> files = Files.list(CONFIG)) {
      return files
          .filter(file -> file.toString().endsWith(".xml"))
          .map(file -> text(file))
          .toList();
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
