package dk.borgermaaling.gateway.reporting;

import static dk.borgermaaling.gateway.reporting.Coordinates.ALL;
import static org.assertj.core.api.Assertions.assertThat;

import dk.borgermaaling.gateway.selection.SamplingMode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/**
 * Both modes in one municipality: what is hidden in one must not follow from all that is shown of
 * both. A reader has every published number, knows that lines add up, and may put the two beside
 * each other as they like.
 */
class ModesPropertyTest {
  private static final String THEME = "meeting";

  @RepeatedTest(150)
  void no_combination_of_the_cells_of_both_modes_gives_a_hidden_number(RepetitionInfo repetition) {
    Both both = new Both(new Random(repetition.getCurrentRepetition()));
    for (Function<Results, Map<Coordinates, Integer>> number :
        List.<Function<Results, Map<Coordinates, Integer>>>of(
            Both::people, Both::responses, Both::silent)) {
      List<Unknown> unknowns = both.hidden(number);
      List<long[]> equations = both.equations(unknowns, number);
      int rank = equations.isEmpty() ? 0 : Elimination.rank(equations);
      for (int at = 0; at < unknowns.size(); at++) {
        long[] alone = new long[unknowns.size()];
        alone[at] = 1;
        List<long[]> withOne = new ArrayList<>(equations);
        withOne.add(alone);
        assertThat(Elimination.rank(withOne)).as("%s", unknowns.get(at)).isGreaterThan(rank);
      }
    }
  }

  @RepeatedTest(50)
  void what_is_shown_of_a_mode_is_that_modes_own_number_and_never_a_sum(RepetitionInfo repetition) {
    Both both = new Both(new Random(repetition.getCurrentRepetition()));
    both.results.forEach(
        (mode, results) -> {
          Publication shown = both.published.now(mode);
          assertThat(shown.mode()).isEqualTo(mode);
          results
              .cells()
              .forEach(
                  (at, figures) ->
                      shown.cell(at).get().ifPresent(cell -> assertThat(cell).isEqualTo(figures)));
          results
              .turnout()
              .forEach(
                  (at, turnout) ->
                      shown
                          .turnout(at.municipality(), at.surveyGroup())
                          .get()
                          .ifPresent(one -> assertThat(one).isEqualTo(turnout)));
        });
  }

  @RepeatedTest(50)
  void a_mode_is_published_alike_whatever_was_answered_in_the_other(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    Both both = new Both(random);
    Results continuous = both.of(SamplingMode.CONTINUOUS);
    PublishedResults other =
        new PublishedResults(
            new ListedResults(continuous, Both.made(random, SamplingMode.ROUND)),
            MadeUpResults.LIMIT);
    Publication one = both.published.now(SamplingMode.CONTINUOUS);
    Publication beside = other.now(SamplingMode.CONTINUOUS);
    for (Coordinates at : continuous.turnout().keySet()) {
      Coordinates cell = new Coordinates(at.municipality(), at.surveyGroup(), THEME);
      assertThat(beside.cell(cell)).isEqualTo(one.cell(cell));
      assertThat(beside.turnout(at.municipality(), at.surveyGroup()))
          .isEqualTo(one.turnout(at.municipality(), at.surveyGroup()));
    }
  }

  private record Unknown(SamplingMode mode, Coordinates at) {}

  /** Few people in few cells, many of them hidden. */
  private static final class Both {
    final Map<SamplingMode, Results> results = new LinkedHashMap<>();
    final PublishedResults published;
    private final Map<SamplingMode, Publication> once = new EnumMap<>(SamplingMode.class);

    Both(Random random) {
      for (SamplingMode mode : SamplingMode.values()) {
        results.put(mode, made(random, mode));
      }
      published =
          new PublishedResults(
              new ListedResults(results.values().toArray(Results[]::new)), MadeUpResults.LIMIT);
    }

    static Results made(Random random, SamplingMode mode) {
      MadeUpResults made = new MadeUpResults();
      for (String town : List.of("0101", "0102", "0103")) {
        for (String group : List.of("a", "b", "c")) {
          int people = random.nextInt(14);
          made.cell(town, group, THEME, people, 1 + 4 * random.nextDouble())
              .asked(town, group, people + random.nextInt(14), people);
        }
      }
      return made.results(mode);
    }

    Results of(SamplingMode mode) {
      Results one = results.get(mode);
      if (one == null) {
        throw new IllegalArgumentException("no results of " + mode);
      }
      return one;
    }

    static Map<Coordinates, Integer> people(Results results) {
      Map<Coordinates, Integer> people = new LinkedHashMap<>();
      results
          .turnout()
          .keySet()
          .forEach(
              at -> {
                Coordinates cell = new Coordinates(at.municipality(), at.surveyGroup(), THEME);
                Figures figures = results.cells().get(cell);
                people.put(cell, figures == null ? 0 : figures.n());
              });
      return people;
    }

    static Map<Coordinates, Integer> responses(Results results) {
      Map<Coordinates, Integer> people = new LinkedHashMap<>();
      results.turnout().forEach((at, turnout) -> people.put(at, turnout.responses()));
      return people;
    }

    static Map<Coordinates, Integer> silent(Results results) {
      Map<Coordinates, Integer> people = new LinkedHashMap<>();
      results.turnout().forEach((at, turnout) -> people.put(at, turnout.silent()));
      return people;
    }

    private boolean isHidden(SamplingMode mode, Coordinates at) {
      Publication shown = once.computeIfAbsent(mode, published::now);
      Shown<?> number =
          at.theme().equals(THEME)
              ? shown.cell(at)
              : shown.turnout(at.municipality(), at.surveyGroup());
      return number.mark() == Shown.Mark.HIDDEN;
    }

    List<Unknown> hidden(Function<Results, Map<Coordinates, Integer>> number) {
      List<Unknown> unknowns = new ArrayList<>();
      results.forEach(
          (mode, one) ->
              number.apply(one).keySet().stream()
                  .filter(at -> isHidden(mode, at))
                  .forEach(at -> unknowns.add(new Unknown(mode, at))));
      return unknowns;
    }

    /** Each line of each mode, and each line's parts of both modes against both its totals. */
    List<long[]> equations(
        List<Unknown> unknowns, Function<Results, Map<Coordinates, Integer>> number) {
      Set<Line> lines = new LinkedHashSet<>();
      number
          .apply(of(SamplingMode.CONTINUOUS))
          .keySet()
          .forEach(
              at -> {
                lines.add(new Line(at.municipality(), null));
                lines.add(new Line(null, at.surveyGroup()));
              });
      List<long[]> equations = new ArrayList<>();
      for (Line line : lines) {
        for (SamplingMode mode : SamplingMode.values()) {
          equations.add(equation(unknowns, line, mode::equals));
        }
        equations.add(equation(unknowns, line, any -> true));
      }
      return equations;
    }

    private static long[] equation(
        List<Unknown> unknowns, Line line, Predicate<SamplingMode> modes) {
      return unknowns.stream()
          .mapToLong(
              one ->
                  !line.test(one.at()) || !modes.test(one.mode())
                      ? 0
                      : line.isTotal(one.at()) ? Elimination.MINUS_ONE : 1)
          .toArray();
    }
  }

  /** All cells of a municipality (or the nation), or of a group (or all of them). */
  private record Line(@Nullable String municipality, @Nullable String group) {
    boolean test(Coordinates at) {
      return municipality != null
          ? at.municipality().equals(municipality)
          : at.surveyGroup().equals(group);
    }

    boolean isTotal(Coordinates at) {
      return (municipality != null ? at.surveyGroup() : at.municipality()).equals(ALL);
    }
  }
}
