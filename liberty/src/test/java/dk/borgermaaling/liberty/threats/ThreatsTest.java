package dk.borgermaaling.liberty.threats;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every threat, duty and check has something shipped against it, and a test that shows it. */
class ThreatsTest {
  private static final Path PROJECT = Path.of("..");
  private static final Path DOCS = PROJECT.resolve("docs");
  private static final int ATTACKS = 42;
  private static final int CHECKS = 15;
  private static final int DUTIES = 35;
  private static final Pattern SETTING = Pattern.compile("`([a-z]+(?:[.-][a-z]+)+)`");
  private static final Pattern OPEN = Pattern.compile("(?m)^\\| ([A-Z][0-9]{2}) \\|");

  private final List<Threat> threats = Threat.read(DOCS.resolve("threats.yaml"));
  private final TestSources tests = new TestSources(PROJECT);

  @Test
  void the_rows_of_every_list_are_there_without_a_gap() {
    Map<Character, List<String>> lists = new TreeMap<>();
    for (Threat threat : threats) {
      lists.computeIfAbsent(threat.id().charAt(0), letter -> new ArrayList<>()).add(threat.id());
    }
    assertThat(lists).containsOnlyKeys('A', 'C', 'D', 'T');
    assertThat(lists.get('A')).hasSize(ATTACKS);
    assertThat(lists.get('C')).hasSize(CHECKS);
    assertThat(lists.get('D')).hasSize(DUTIES);
    lists.forEach(
        (letter, ids) ->
            assertThat(ids)
                .isEqualTo(
                    IntStream.rangeClosed(1, ids.size())
                        .mapToObj(number -> "%s%02d".formatted(letter, number))
                        .toList()));
  }

  @Test
  void every_row_names_tests_that_there_are() {
    assertThat(
            threats.stream()
                .flatMap(threat -> threat.tests().stream())
                .distinct()
                .map(tests::faultOf)
                .flatMap(Optional::stream))
        .isEmpty();
  }

  @Test
  void a_row_without_a_test_is_owned_to_in_the_document() throws IOException {
    List<String> open =
        threats.stream()
            .filter(threat -> threat.tests().isEmpty() || threat.open() != null)
            .map(Threat::id)
            .toList();
    List<String> told =
        OPEN.matcher(Files.readString(DOCS.resolve("threat-model.md")))
            .results()
            .map(match -> match.group(1))
            .toList();
    assertThat(told).containsExactlyInAnyOrderElementsOf(open);
  }

  @Test
  void every_setting_that_a_row_names_is_documented() throws IOException {
    String configuration = Files.readString(DOCS.resolve("configuration.md"));
    assertThat(
            threats.stream()
                .flatMap(threat -> SETTING.matcher(threat.shipped()).results())
                .map(MatchResult::group))
        .isNotEmpty()
        .allSatisfy(setting -> assertThat(configuration).contains("| " + setting + " |"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ThreatsTest",
        "NoSuchTest#is_there",
        "ThreatsTest#is_not_there",
        "ThreatsTest#threats",
        "ThreatsTest#what_does_not_exist_is_noticed[no row of this name]"
      })
  void what_does_not_exist_is_noticed(String id) {
    assertThat(tests.faultOf(id)).isPresent();
  }
}
