package dk.borgermaaling.gateway.survey;

import java.util.Map;

/**
 * One statement or question.
 *
 * @param id the concept; the same in every version that asks about it
 * @param wording Danish text for all groups without one of their own
 * @param wordingOfGroup Danish text by survey group id
 */
public record Question(String id, String wording, Map<String, String> wordingOfGroup) {
  public Question {
    wordingOfGroup = Map.copyOf(wordingOfGroup);
  }

  /** The text as a member of this survey group reads it. */
  public String wordingFor(String surveyGroup) {
    return wordingOfGroup.getOrDefault(surveyGroup, wording);
  }
}
