package dk.borgermaaling.gateway.reporting;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;

/**
 * Decides, once and for every output, which numbers are shown (diskretionering). The decision does
 * not depend on who looks, so that what two readers see together gives nothing away either.
 *
 * <p>Source: fewer than 5 people are never shown, 5 to 29 with a mark (docs/reporting.md). Cells of
 * one theme are protected together; the cell over all themes is hidden wherever one of its themes
 * is, because it nearly gives that theme away. A response rate is hidden when fewer than 5 answered
 * or fewer than 5 did not: "all of them answered" would tell who did. Since both numbers are shown,
 * those who answered and those who did not are each protected like the cells of a theme. Opt-outs
 * add up to no number that is shown, so each municipality's is hidden or shown by itself.
 *
 * <p>The two modes of asking are published apart. No answer is in both and no number is over both,
 * so the equations of one say nothing of the other.
 */
public final class Suppression {
  /** Fewest people that are ever shown, inclusive. */
  public static final int FEWEST = 5;

  /** Numbers of fewer people than this are marked "lavt datagrundlag". */
  public static final int THIN_BELOW = 30;

  private static final Coordinates NATION =
      new Coordinates(Coordinates.ALL, Coordinates.ALL, Coordinates.ALL);

  private Suppression() {}

  /** The numbers that may leave, and the marks of those that may not. */
  public static Publication publish(Results results, ExclusionLimit limit) {
    Map<Coordinates, Shown<Figures>> cells = new HashMap<>();
    Set<Coordinates> hiddenSomewhere = new LinkedHashSet<>();
    for (String theme : themes(results)) {
      Map<Coordinates, Shown<Figures>> shown =
          theme(results, theme, theme.equals(Coordinates.ALL) ? hiddenSomewhere : Set.of());
      shown.forEach(
          (at, cell) -> {
            if (cell.mark() == Shown.Mark.HIDDEN) {
              hiddenSomewhere.add(overAllThemes(at));
            }
          });
      cells.putAll(shown);
    }
    Map<Coordinates, Shown<Turnout>> turnout = turnout(results);
    return new Publication(
        results.mode(),
        cells,
        turnout,
        optOuts(results),
        exclusions(results, turnout, limit),
        new ExclusionMark(false, limit.percent(), null),
        results.countedAt(),
        hasPeriod(results) ? results.firstWeek() : null,
        hasPeriod(results) ? results.lastWeek() : null);
  }

  /** The week in which the first of a few answered would say too much. */
  private static boolean hasPeriod(Results results) {
    Turnout nation = results.turnout().get(NATION);
    return nation != null && nation.responses() >= FEWEST;
  }

  /** The theme ALL comes last, because it depends on the others. */
  private static List<String> themes(Results results) {
    Set<String> themes = new LinkedHashSet<>();
    results.cells().keySet().stream().map(Coordinates::theme).sorted().forEach(themes::add);
    themes.remove(Coordinates.ALL);
    themes.add(Coordinates.ALL);
    return List.copyOf(themes);
  }

  private static Map<Coordinates, Shown<Figures>> theme(
      Results results, String theme, Set<Coordinates> hiddenBefore) {
    Map<Coordinates, Integer> counts = new HashMap<>();
    results.turnout().keySet().forEach(at -> withTotals(counts, at, 0));
    results
        .cells()
        .forEach(
            (at, figures) -> {
              withTotals(counts, overAllThemes(at), 0);
              if (at.theme().equals(theme)) {
                counts.put(overAllThemes(at), figures.n());
              }
            });
    CountTable table = new CountTable(counts);
    boolean[][] hidden = CellProtection.protect(table, marked(table, hiddenBefore));
    Map<Coordinates, Shown<Figures>> shown = new HashMap<>();
    counts
        .keySet()
        .forEach(
            place -> {
              Coordinates at = new Coordinates(place.municipality(), place.surveyGroup(), theme);
              Figures figures = results.cells().get(at);
              boolean isHidden =
                  hidden[table.row(at.municipality())][table.column(at.surveyGroup())];
              shown.put(
                  at,
                  isHidden || figures == null ? Shown.hidden() : Shown.of(figures, figures.n()));
            });
    return shown;
  }

  private static Map<Coordinates, Shown<Turnout>> turnout(Results results) {
    CountTable answered = counted(results, Turnout::responses);
    CountTable silent = counted(results, Turnout::silent);
    boolean[][] hidden = CellProtection.protectTogether(List.of(answered, silent));
    Map<Coordinates, Shown<Turnout>> shown = new HashMap<>();
    results
        .turnout()
        .forEach(
            (at, turnout) ->
                shown.put(
                    at,
                    hidden[answered.row(at.municipality())][answered.column(at.surveyGroup())]
                        ? Shown.hidden()
                        : Shown.of(turnout, turnout.responses())));
    return shown;
  }

  private static Map<String, Shown<Integer>> optOuts(Results results) {
    Map<String, Shown<Integer>> shown = new HashMap<>();
    results
        .optOuts()
        .forEach((municipality, people) -> shown.put(municipality, Shown.ofPeople(people, FEWEST)));
    return shown;
  }

  private static Map<String, ExclusionMark> exclusions(
      Results results, Map<Coordinates, Shown<Turnout>> turnout, ExclusionLimit limit) {
    Map<String, ExclusionMark> marks = new HashMap<>();
    results
        .exclusions()
        .forEach(
            (municipality, byMode) -> {
              Shown<Turnout> asked =
                  turnout.get(new Coordinates(municipality, Coordinates.ALL, Coordinates.ALL));
              marks.put(
                  municipality,
                  ExclusionMarks.of(
                      results.mode(),
                      byMode,
                      results.optOuts().getOrDefault(municipality, 0),
                      asked != null && asked.get().isPresent(),
                      limit));
            });
    return marks;
  }

  private static CountTable counted(Results results, ToIntFunction<Turnout> people) {
    Map<Coordinates, Integer> counts = new HashMap<>();
    results.turnout().keySet().forEach(at -> withTotals(counts, at, 0));
    results.turnout().forEach((at, turnout) -> counts.put(at, people.applyAsInt(turnout)));
    return new CountTable(counts);
  }

  private static Coordinates overAllThemes(Coordinates at) {
    return new Coordinates(at.municipality(), at.surveyGroup(), Coordinates.ALL);
  }

  /** Puts a cell with its three totals, so that every line of the table ends with one. */
  private static void withTotals(Map<Coordinates, Integer> counts, Coordinates at, int people) {
    for (String municipality : List.of(at.municipality(), Coordinates.ALL)) {
      for (String group : List.of(at.surveyGroup(), Coordinates.ALL)) {
        counts.putIfAbsent(new Coordinates(municipality, group, Coordinates.ALL), people);
      }
    }
  }

  private static boolean[][] marked(CountTable table, Set<Coordinates> places) {
    boolean[][] marked = new boolean[table.rows()][table.columns()];
    for (int row = 0; row < table.rows(); row++) {
      for (int column = 0; column < table.columns(); column++) {
        marked[row][column] = places.contains(table.coordinates(row, column, Coordinates.ALL));
      }
    }
    return marked;
  }
}
