package dk.borgermaaling.gateway.enquiry;

import dk.borgermaaling.gateway.reporting.Shown;
import dk.borgermaaling.gateway.reporting.Turnout;
import java.util.List;

/**
 * What is shown of one survey group.
 *
 * @param surveyGroup id of the survey group, for example {@code dagpenge}
 * @param name Danish name
 * @param allThemes over all questions, taken as one theme
 * @param themes in the order of the questionnaire
 */
public record GroupFigures(
    String surveyGroup,
    String name,
    Shown<Turnout> turnout,
    Shown<Score> allThemes,
    List<ThemeFigures> themes) {
  public GroupFigures {
    themes = List.copyOf(themes);
  }
}
