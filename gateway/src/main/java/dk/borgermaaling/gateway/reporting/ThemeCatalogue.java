package dk.borgermaaling.gateway.reporting;

import java.util.List;

/** What reporting needs to know of the questionnaires; answered by what {@code survey} holds. */
public interface ThemeCatalogue {
  /** The themes that are asked today, in the order of the questionnaire. */
  List<Theme> themes();

  /** The questions that were or are asked, in every version of the questionnaire. */
  List<ScoredQuestion> questions();

  /**
   * @param name Danish heading, as in the questionnaire
   */
  record Theme(String id, String name) {}

  /** Which theme a question counts in, in one version of the questionnaire. */
  record ScoredQuestion(String version, String question, String theme) {}
}
