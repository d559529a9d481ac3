package dk.borgermaaling.gateway.reporting.web;

import static dk.borgermaaling.gateway.reporting.web.DashboardWorld.AARHUS;
import static dk.borgermaaling.gateway.reporting.web.DashboardWorld.ODENSE;
import static dk.borgermaaling.gateway.reporting.web.DashboardWorld.TAARNBY;
import static org.assertj.core.api.Assertions.assertThat;

import dk.borgermaaling.gateway.enquiry.GroupFigures;
import dk.borgermaaling.gateway.enquiry.MunicipalityFigures;
import dk.borgermaaling.gateway.enquiry.Score;
import dk.borgermaaling.gateway.enquiry.SurveyFigures;
import dk.borgermaaling.gateway.enquiry.ThemeFigures;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.municipality.Municipality;
import dk.borgermaaling.gateway.reporting.Coordinates;
import dk.borgermaaling.gateway.reporting.ExclusionMark;
import dk.borgermaaling.gateway.reporting.Exclusions;
import dk.borgermaaling.gateway.reporting.MadeUpResults;
import dk.borgermaaling.gateway.reporting.Results;
import dk.borgermaaling.gateway.reporting.Shown;
import dk.borgermaaling.gateway.reporting.Turnout;
import dk.borgermaaling.gateway.selection.SamplingMode;
import dk.borgermaaling.gateway.survey.SurveyGroup;
import dk.borgermaaling.gateway.survey.Theme;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a caller gets, beside the page of the same municipality. */
class SurveyFiguresTest {
  private static final List<Municipality> PLACES = List.of(ODENSE, TAARNBY, AARHUS);

  private final Map<Shown.Mark, Integer> seen = new EnumMap<>(Shown.Mark.class);

  @Test
  void a_caller_gets_what_the_dashboard_shows_and_no_more_digits() {
    compareAllPages(DashboardWorld.results());
    assertThat(seen).containsOnlyKeys(Shown.Mark.SOLID, Shown.Mark.THIN, Shown.Mark.HIDDEN);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void the_same_numbers_are_hidden_as_on_the_page(long seed) {
    compareAllPages(smallGroups(new Random(seed)));
    assertThat(seen).containsKey(Shown.Mark.HIDDEN);
  }

  @Test
  void each_mode_has_its_own_figures_and_the_page_of_that_mode_shows_the_same() {
    Results rounds = DashboardWorld.results(SamplingMode.ROUND, 8);
    compareAllPages(rounds);
    SurveyFigures both = DashboardWorld.figures(DashboardWorld.results(), rounds);
    for (SamplingMode mode : SamplingMode.values()) {
      assertThat(both.of(ODENSE.code(), mode).mode()).isEqualTo(mode);
    }
    assertThat(both.of(ODENSE.code(), SamplingMode.ROUND))
        .isEqualTo(DashboardWorld.figures(rounds).of(ODENSE.code(), SamplingMode.ROUND));
    assertThat(both.of(ODENSE.code(), SamplingMode.CONTINUOUS).turnout())
        .isNotEqualTo(both.of(ODENSE.code(), SamplingMode.ROUND).turnout());
  }

  @Test
  void a_municipality_that_nobody_was_asked_in_has_nothing_to_hide() {
    MunicipalityFigures none =
        DashboardWorld.figures(DashboardWorld.results())
            .of(new MunicipalityCode("0825"), SamplingMode.CONTINUOUS);
    assertThat(none.turnout().mark()).isEqualTo(Shown.Mark.NOBODY);
    assertThat(none.optOuts().mark()).isEqualTo(Shown.Mark.NOBODY);
    assertThat(none.groups()).hasSize(5);
    assertThat(none.themes()).allMatch(theme -> theme.score().value() == null);
  }

  @Test
  void figures_say_when_they_were_counted_and_from_which_weeks_they_are() {
    MunicipalityFigures figures =
        DashboardWorld.figures(DashboardWorld.results()).of(ODENSE.code(), SamplingMode.CONTINUOUS);
    assertThat(figures.municipality()).isEqualTo(ODENSE.code());
    assertThat(figures.countedAt()).isEqualTo(Instant.parse("2026-12-14T09:00:00Z"));
    assertThat(figures.firstWeek()).isEqualTo("2026-W48");
    assertThat(figures.lastWeek()).isEqualTo("2026-W51");
  }

  @Test
  void a_caller_gets_the_mark_that_the_page_shows() {
    String odense = ODENSE.code().value();
    Results results =
        new MadeUpResults()
            .asked(odense, "dagpenge", 100, 40)
            .excluded(SamplingMode.CONTINUOUS, odense, 12, 112)
            .optedOut(odense, 12)
            .excluded(SamplingMode.CONTINUOUS, AARHUS.code().value(), 2, 20)
            .results();
    compareAllPages(results);
    SurveyFigures figures = DashboardWorld.figures(results);
    assertThat(figures.of(ODENSE.code(), SamplingMode.CONTINUOUS).exclusions().numbers())
        .contains(new Exclusions(12, 112));
    ExclusionMark few = figures.of(AARHUS.code(), SamplingMode.CONTINUOUS).exclusions();
    assertThat(few.isAbove()).isTrue();
    assertThat(few.numbers()).isEmpty();
    assertThat(figures.of(TAARNBY.code(), SamplingMode.CONTINUOUS).exclusions().isAbove())
        .isFalse();
  }

  @Test
  void opt_outs_are_those_of_the_page_and_few_are_hidden() {
    Results results =
        new MadeUpResults()
            .asked(ODENSE.code().value(), "dagpenge", 100, 40)
            .optedOut(ODENSE.code().value(), 12)
            .optedOut(TAARNBY.code().value(), 4)
            .optedOut(AARHUS.code().value(), 0)
            .results();
    compareAllPages(results);
    assertThat(
            DashboardWorld.figures(results)
                .of(ODENSE.code(), SamplingMode.CONTINUOUS)
                .optOuts()
                .get())
        .contains(12);
    assertThat(
            DashboardWorld.figures(results)
                .of(TAARNBY.code(), SamplingMode.CONTINUOUS)
                .optOuts()
                .mark())
        .isEqualTo(Shown.Mark.HIDDEN);
    assertThat(
            DashboardWorld.figures(results)
                .of(AARHUS.code(), SamplingMode.CONTINUOUS)
                .optOuts()
                .mark())
        .isEqualTo(Shown.Mark.NOBODY);
  }

  private void compareAllPages(Results results) {
    for (Municipality place : PLACES) {
      MunicipalityFigures figures =
          DashboardWorld.figures(results).of(place.code(), results.mode());
      DashboardView all = DashboardWorld.page(results, place, Coordinates.ALL);
      assertTurnout(figures.turnout(), all.turnout());
      assertThemes(figures.themes(), all.themes());
      assertThat(
              figures.optOuts().mark() == Shown.Mark.NOBODY
                  ? "ingen"
                  : figures.optOuts().map(DanishFigures::count).orElse(DanishFigures.NONE))
          .isEqualTo(all.optOuts());
      assertThat(figures.exclusions().isAbove()).isEqualTo(!all.exclusions().isEmpty());
      assertThat(figures.groups().stream().map(GroupFigures::surveyGroup).toList())
          .isEqualTo(all.groups().stream().map(GroupRow::id).toList());
      for (int i = 0; i < figures.groups().size(); i++) {
        GroupFigures group = figures.groups().get(i);
        GroupRow row = all.groups().get(i);
        assertThat(group.name()).isEqualTo(row.name());
        assertTurnout(group.turnout(), row.own());
        assertScore(group.allThemes(), row.allThemes());
        assertThemes(
            group.themes(), DashboardWorld.page(results, place, group.surveyGroup()).themes());
      }
    }
  }

  private void assertThemes(List<ThemeFigures> told, List<ThemeRow> shown) {
    assertThat(told.stream().map(ThemeFigures::theme).toList())
        .isEqualTo(shown.stream().map(ThemeRow::id).toList());
    for (int i = 0; i < told.size(); i++) {
      assertThat(told.get(i).name()).isEqualTo(shown.get(i).name());
      assertScore(told.get(i).score(), shown.get(i).own());
    }
  }

  private void assertScore(Shown<Score> told, CellView shown) {
    seen.merge(told.mark(), 1, Integer::sum);
    assertThat(told.mark()).isEqualTo(shown.mark());
    assertThat(told.map(score -> score.mean().toPlainString().replace('.', ',')))
        .isEqualTo(told.map(score -> shown.mean()));
    assertThat(told.map(score -> score.index().toPlainString().replace('.', ',')))
        .isEqualTo(told.map(score -> shown.index()));
    assertThat(told.map(score -> DanishFigures.count(score.n())))
        .isEqualTo(told.map(score -> shown.people()));
  }

  private static void assertTurnout(Shown<Turnout> told, TurnoutView shown) {
    assertThat(told.mark()).isEqualTo(shown.mark());
    assertThat(told.map(turnout -> DanishFigures.count(turnout.invited())).orElse("–"))
        .isEqualTo(shown.invited());
    assertThat(told.map(turnout -> DanishFigures.count(turnout.responses())).orElse("–"))
        .isEqualTo(shown.responses());
  }

  private static Results smallGroups(Random random) {
    MadeUpResults made = new MadeUpResults();
    for (Municipality place : PLACES) {
      for (SurveyGroup group : DashboardWorld.GROUPS) {
        int people = random.nextInt(14);
        String code = place.code().value();
        made.asked(code, group.id(), people + random.nextInt(9), people);
        for (Theme theme : DashboardWorld.THEMES) {
          made.cell(code, group.id(), theme.id(), people, 1 + 4 * random.nextDouble());
        }
        made.cell(code, group.id(), Coordinates.ALL, people, 1 + 4 * random.nextDouble());
      }
    }
    return made.results();
  }
}
