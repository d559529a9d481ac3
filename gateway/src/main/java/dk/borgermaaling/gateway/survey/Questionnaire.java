package dk.borgermaaling.gateway.survey;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The questionnaire (spørgeskema) as it is asked: a version with what the settings switch on. Its
 * version is stored with every answer, so that what was asked can be told later.
 *
 * @param version for example {@code 2026.1}, or {@code 2026.1+across} with a switched-on theme
 * @param validFrom Danish civil date, inclusive, from which it is asked
 * @param themes in the order of the pages
 */
public record Questionnaire(String version, LocalDate validFrom, List<Theme> themes) {
  public Questionnaire {
    themes = List.copyOf(themes);
    if (themes.isEmpty()) {
      throw new IllegalArgumentException("questionnaire " + version + " has no theme");
    }
    Set<String> seen = new HashSet<>();
    themes.forEach(theme -> once(theme.id(), seen));
    themes.forEach(theme -> theme.questions().forEach(question -> once(question.id(), seen)));
  }

  private static void once(String id, Set<String> seen) {
    if (!seen.add(id)) {
      throw new IllegalArgumentException("the id " + id + " is used twice");
    }
  }

  public Optional<Theme> theme(String id) {
    return themes.stream().filter(theme -> theme.id().equals(id)).findFirst();
  }

  /** All questions in the order of the pages. */
  public List<Question> questions() {
    return themes.stream().flatMap(theme -> theme.questions().stream()).toList();
  }
}
