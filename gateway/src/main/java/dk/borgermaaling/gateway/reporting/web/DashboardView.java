package dk.borgermaaling.gateway.reporting.web;

import java.util.List;

/**
 * Everything that the page shows, as text.
 *
 * @param place the municipality as people say it, for example Odense
 * @param authority its legal name
 * @param group the chosen group's name, or that all are shown
 * @param mode the way of asking that all numbers of the page are of
 * @param period the weeks that the answers are from
 * @param counted when they were counted
 * @param optOuts citizens whom the municipality has asked us not to ask, in all groups
 * @param exclusions why the result must be read with care; empty when it need not
 * @param summary the theme that sums up, if it is asked
 * @param themesWide chart for wide screens; {@code themesNarrow} the same for small ones
 */
public record DashboardView(
    String place,
    String authority,
    String group,
    boolean allGroups,
    String mode,
    String period,
    String counted,
    Headline headline,
    TurnoutView turnout,
    TurnoutView nationTurnout,
    String optOuts,
    String exclusions,
    List<ThemeRow> summary,
    List<ThemeRow> themes,
    List<GroupRow> groups,
    String themesWide,
    String themesNarrow,
    String turnoutWide,
    String turnoutNarrow,
    List<Choice> municipalityChoices,
    List<Choice> groupChoices,
    List<Choice> modeChoices) {

  /** Whether the chart of themes has anything to draw. */
  public boolean hasThemeBars() {
    return themes.stream().anyMatch(row -> row.own().isShown() || row.nation().isShown());
  }
}
