package dk.borgermaaling.gateway.enquiry;

import dk.borgermaaling.gateway.kernel.BusinessClock;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.reporting.Coordinates;
import dk.borgermaaling.gateway.reporting.Figures;
import dk.borgermaaling.gateway.reporting.Publication;
import dk.borgermaaling.gateway.reporting.PublishedResults;
import dk.borgermaaling.gateway.reporting.Shown;
import dk.borgermaaling.gateway.reporting.ThemeCatalogue;
import dk.borgermaaling.gateway.selection.SamplingMode;
import dk.borgermaaling.gateway.survey.SurveyGroup;
import dk.borgermaaling.gateway.survey.SurveyGroups;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * The figures of one municipality, after suppression: the same {@link Publication} that the
 * dashboard is made of, rounded as there, because more digits of a mean tell more of the persons
 * behind it.
 */
public final class SurveyFigures {
  private final PublishedResults results;
  private final ThemeCatalogue themes;
  private final SurveyGroups groups;
  private final BusinessClock clock;

  public SurveyFigures(
      PublishedResults results, ThemeCatalogue themes, SurveyGroups groups, BusinessClock clock) {
    this.results = results;
    this.themes = themes;
    this.groups = groups;
    this.clock = clock;
  }

  /**
   * What the dashboard of this municipality shows of one mode now, all groups and each. Whoever
   * keeps figures for a series asks for the same mode each time: no default here depends on what
   * there is.
   */
  public MunicipalityFigures of(MunicipalityCode municipality, SamplingMode mode) {
    Publication shown = results.now(mode);
    List<ThemeCatalogue.Theme> asked = themes.themes();
    return new MunicipalityFigures(
        municipality,
        shown.mode(),
        shown.countedAt().orElse(null),
        shown.firstWeek().orElse(null),
        shown.lastWeek().orElse(null),
        shown.turnout(municipality.value(), Coordinates.ALL),
        shown.optOuts(municipality.value()),
        shown.exclusions(municipality.value()),
        themes(shown, municipality, Coordinates.ALL, asked),
        groups.all(clock.today()).stream()
            .map(group -> group(shown, municipality, group, asked))
            .toList());
  }

  private static GroupFigures group(
      Publication shown,
      MunicipalityCode municipality,
      SurveyGroup group,
      List<ThemeCatalogue.Theme> asked) {
    return new GroupFigures(
        group.id(),
        group.name(),
        shown.turnout(municipality.value(), group.id()),
        score(shown, municipality, group.id(), Coordinates.ALL),
        themes(shown, municipality, group.id(), asked));
  }

  private static List<ThemeFigures> themes(
      Publication shown,
      MunicipalityCode municipality,
      String group,
      List<ThemeCatalogue.Theme> asked) {
    return asked.stream()
        .map(
            theme ->
                new ThemeFigures(
                    theme.id(), theme.name(), score(shown, municipality, group, theme.id())))
        .toList();
  }

  private static Shown<Score> score(
      Publication shown, MunicipalityCode municipality, String group, String theme) {
    Shown<Figures> cell = shown.cell(new Coordinates(municipality.value(), group, theme));
    return new Shown<>(cell.mark(), cell.map(SurveyFigures::rounded).orElse(null));
  }

  private static Score rounded(Figures figures) {
    return new Score(figures.n(), rounded(figures.mean(), 2), rounded(figures.index(), 1));
  }

  private static BigDecimal rounded(double number, int decimals) {
    return new BigDecimal(number).setScale(decimals, RoundingMode.HALF_UP);
  }
}
