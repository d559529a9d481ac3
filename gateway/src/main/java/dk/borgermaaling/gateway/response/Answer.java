package dk.borgermaaling.gateway.response;

import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.selection.SamplingMode;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What one citizen answered, without the citizen. Never logged: {@code toString()} shows nothing of
 * it.
 *
 * @param mode in which the citizen was asked; a figure is of one mode
 * @param questionnaireVersion as it was asked, with what was switched on
 * @param week of the answer, in business time
 * @param scores chosen score by question id; 0 is "don't know"
 * @param comment the citizen's own words, or empty; at most {@link Draft#LONGEST_COMMENT}
 *     characters
 */
public record Answer(
    MunicipalityCode municipality,
    String surveyGroup,
    SamplingMode mode,
    String questionnaireVersion,
    IsoWeek week,
    Map<String, Integer> scores,
    String comment) {
  public Answer {
    SortedMap<String, Integer> sorted = new TreeMap<>(scores);
    scores = Collections.unmodifiableSortedMap(sorted);
  }

  @Override
  public String toString() {
    return "Answer[not shown]";
  }
}
