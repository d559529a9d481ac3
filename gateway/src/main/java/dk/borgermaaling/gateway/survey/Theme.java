package dk.borgermaaling.gateway.survey;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Questions that are shown on one page and reported as one number.
 *
 * @param id the concept, for example {@code conversation}
 * @param heading Danish heading of the page
 * @param lead Danish sentence under it
 */
public record Theme(String id, String heading, String lead, Scale scale, List<Question> questions) {
  public Theme {
    questions = List.copyOf(questions);
    if (questions.isEmpty()) {
      throw new IllegalArgumentException("theme " + id + " asks nothing");
    }
  }

  /**
   * One person's score: the mean of what was answered 1 to 5, if that is at least half of the
   * theme's questions. "Don't know" and questions left out are no answers.
   *
   * @param answers chosen score by question id
   */
  public OptionalDouble score(Map<String, Integer> answers) {
    int[] given =
        questions.stream()
            .mapToInt(question -> answers.getOrDefault(question.id(), Scale.DONT_KNOW))
            .filter(score -> score >= Scale.LOWEST)
            .toArray();
    return given.length * 2 < questions.size()
        ? OptionalDouble.empty()
        : Arrays.stream(given).average();
  }
}
