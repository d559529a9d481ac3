package dk.borgermaaling.gateway.reporting;

import dk.borgermaaling.gateway.kernel.BusinessClock;
import dk.borgermaaling.gateway.survey.Questionnaire;
import dk.borgermaaling.gateway.survey.Questionnaires;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What reporting needs to know of the questionnaires. */
public final class ThemeCatalogue {
  private final Questionnaires questionnaires;
  private final BusinessClock clock;

  public ThemeCatalogue(Questionnaires questionnaires, BusinessClock clock) {
    this.questionnaires = questionnaires;
    this.clock = clock;
  }

  /** The themes that are asked today, in the order of the questionnaire. */
  public List<Theme> themes() {
    return questionnaires.inForce(clock.today()).themes().stream()
        .map(theme -> new Theme(theme.id(), theme.heading()))
        .toList();
  }

  /** The questions of these versions; a version that never was has none. */
  public List<ScoredQuestion> questions(Collection<String> versions) {
    List<ScoredQuestion> questions = new ArrayList<>();
    for (String version : versions) {
      questionnaires.byVersion(version).map(ThemeCatalogue::scored).ifPresent(questions::addAll);
    }
    return List.copyOf(questions);
  }

  private static List<ScoredQuestion> scored(Questionnaire questionnaire) {
    return questionnaire.themes().stream()
        .flatMap(
            theme ->
                theme.questions().stream()
                    .map(
                        question ->
                            new ScoredQuestion(questionnaire.version(), question.id(), theme.id())))
        .toList();
  }

  /**
   * A theme (tema) of the questionnaire.
   *
   * @param name Danish heading, as in the questionnaire
   */
  public record Theme(String id, String name) {}

  /** Which theme a question counts in, in one version of the questionnaire. */
  public record ScoredQuestion(String version, String question, String theme) {}
}
