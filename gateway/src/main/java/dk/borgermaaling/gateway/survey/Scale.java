package dk.borgermaaling.gateway.survey;

import java.util.List;

/**
 * What can be chosen under a question, best first and "don't know" last.
 *
 * @param id stable short name, for example {@code degree}
 */
public record Scale(String id, List<Option> options) {
  /** Chosen by those who do not know or whom the question does not fit; never counted as a 3. */
  public static final int DONT_KNOW = 0;

  public static final int LOWEST = 1;
  public static final int HIGHEST = 5;

  /** {@code score} is 5 (best) to 1, or 0 for "don't know". */
  public record Option(int score, String label) {}

  public Scale {
    options = List.copyOf(options);
    if (options.stream().mapToInt(Option::score).distinct().count() != HIGHEST + 1
        || options.stream().anyMatch(option -> !isChoice(option.score()))) {
      throw new IllegalArgumentException("scale " + id + " must offer 5 to 1 and 0, each once");
    }
  }

  /** Whether a number can be chosen on any scale. */
  public static boolean isChoice(int score) {
    return score >= DONT_KNOW && score <= HIGHEST;
  }
}
