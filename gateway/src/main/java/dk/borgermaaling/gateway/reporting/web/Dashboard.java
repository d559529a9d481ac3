package dk.borgermaaling.gateway.reporting.web;

import dk.borgermaaling.gateway.municipality.Municipality;
import dk.borgermaaling.gateway.reporting.Coordinates;
import dk.borgermaaling.gateway.reporting.Publication;
import dk.borgermaaling.gateway.reporting.Shown;
import dk.borgermaaling.gateway.reporting.ThemeCatalogue.Theme;
import dk.borgermaaling.gateway.selection.SamplingMode;
import dk.borgermaaling.gateway.survey.SurveyGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;

/** Makes the page of one municipality from published results. */
final class Dashboard {
  private final Publication results;
  private final List<Theme> themes;
  private final List<SurveyGroup> groups;

  Dashboard(Publication results, List<Theme> themes, List<SurveyGroup> groups) {
    this.results = results;
    this.themes = themes;
    this.groups = groups;
  }

  /**
   * @param group id of a survey group, or {@link Coordinates#ALL}
   * @param choices the municipalities that the account may choose from
   * @param modes in which citizens of the municipality have been asked
   */
  DashboardView of(
      Municipality municipality,
      String group,
      List<Municipality> choices,
      Set<SamplingMode> modes) {
    String place = municipality.code().value();
    List<ThemeRow> rows = themeRows(place, group);
    List<GroupRow> groupRows = groups.stream().map(row -> groupRow(place, row)).toList();
    BarChart themeChart = themeChart(municipality.name(), rows);
    BarChart turnoutChart = turnoutChart(municipality.name(), place, groupRows);
    return new DashboardView(
        municipality.name(),
        municipality.authorityName(),
        groupName(group),
        group.equals(Coordinates.ALL),
        ModeNames.of(results.mode()),
        period(),
        results.countedAt().map(DanishFigures::time).orElse("ikke optalt endnu"),
        Headline.of(municipality.name(), rows),
        TurnoutView.of(results.turnout(place, group)),
        TurnoutView.of(results.turnout(Coordinates.ALL, group)),
        optOuts(results.optOuts(place)),
        ExclusionText.of(results.exclusions(place)),
        rows.stream().filter(row -> row.id().equals(Headline.SUMMARY_THEME)).toList(),
        rows,
        groupRows,
        themeChart.wide(),
        themeChart.narrow(),
        turnoutChart.wide(),
        turnoutChart.narrow(),
        choices.stream()
            .map(
                choice ->
                    new Choice(
                        choice.code().value(),
                        choice.name(),
                        choice.code().equals(municipality.code())))
            .toList(),
        groupChoices(group),
        modeChoices(modes));
  }

  private List<ThemeRow> themeRows(String place, String group) {
    return themes.stream()
        .map(
            theme ->
                new ThemeRow(
                    theme.id(),
                    theme.name(),
                    cell(place, group, theme.id()),
                    cell(Coordinates.ALL, group, theme.id())))
        .toList();
  }

  private GroupRow groupRow(String place, SurveyGroup group) {
    return new GroupRow(
        group.id(),
        group.name(),
        TurnoutView.of(results.turnout(place, group.id())),
        TurnoutView.of(results.turnout(Coordinates.ALL, group.id())),
        cell(place, group.id(), Coordinates.ALL),
        themes.stream().map(theme -> cell(place, group.id(), theme.id())).toList());
  }

  private CellView cell(String place, String group, String theme) {
    return CellView.of(results.cell(new Coordinates(place, group, theme)));
  }

  private static String optOuts(Shown<Integer> people) {
    return people.mark() == Shown.Mark.NOBODY
        ? "ingen"
        : people.map(DanishFigures::count).orElse(DanishFigures.NONE);
  }

  private static BarChart themeChart(String name, List<ThemeRow> rows) {
    return new BarChart(
        "themes",
        "Indeks fra 0 til 100 for hvert tema i " + name + " og i landet. Tallene står i tabellen.",
        name,
        rows.stream()
            .map(
                row ->
                    new Bar(
                        row.name(),
                        row.own().value(),
                        row.nation().value(),
                        row.own().index(),
                        row.nation().index()))
            .toList());
  }

  private BarChart turnoutChart(String name, String place, List<GroupRow> rows) {
    List<Bar> bars = new ArrayList<>();
    bars.add(
        bar(
            "Alle målgrupper",
            TurnoutView.of(results.turnout(place, Coordinates.ALL)),
            TurnoutView.of(results.turnout(Coordinates.ALL, Coordinates.ALL))));
    rows.forEach(row -> bars.add(bar(row.name(), row.own(), row.nation())));
    return new BarChart(
        "turnout",
        "Svarprocent for hver målgruppe i " + name + " og i landet. Tallene står i tabellen.",
        name,
        bars);
  }

  private static Bar bar(String label, TurnoutView own, TurnoutView nation) {
    return new Bar(
        label, percent(own.rate()), percent(nation.rate()), own.percent(), nation.percent());
  }

  private static OptionalDouble percent(OptionalDouble share) {
    return share.isPresent() ? OptionalDouble.of(share.getAsDouble() * 100) : share;
  }

  private String groupName(String id) {
    return groups.stream()
        .filter(group -> group.id().equals(id))
        .map(SurveyGroup::name)
        .findFirst()
        .orElse("Alle målgrupper");
  }

  private List<Choice> groupChoices(String chosen) {
    List<Choice> choices = new ArrayList<>();
    choices.add(new Choice(Coordinates.ALL, "Alle", chosen.equals(Coordinates.ALL)));
    groups.forEach(
        group -> choices.add(new Choice(group.id(), group.name(), group.id().equals(chosen))));
    return List.copyOf(choices);
  }

  private List<Choice> modeChoices(Set<SamplingMode> modes) {
    return Stream.of(SamplingMode.values())
        .filter(mode -> mode == results.mode() || modes.contains(mode))
        .map(mode -> new Choice(mode.name(), ModeNames.of(mode), mode == results.mode()))
        .toList();
  }

  private String period() {
    String first = results.firstWeek().map(DanishFigures::week).orElse("");
    String last = results.lastWeek().map(DanishFigures::week).orElse("");
    return first.equals(last) ? first : first + " – " + last;
  }
}
