package dk.borgermaaling.gateway.reporting.web;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgermaaling.gateway.reporting.Shown.Mark;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class HeadlineTest {
  private static final CellView HIDDEN =
      new CellView(Mark.HIDDEN, OptionalDouble.empty(), "–", "–", "–");

  @Test
  void the_best_and_the_worst_theme_are_named_with_their_numbers() {
    Headline headline =
        Headline.of("Odense", List.of(row("meeting", 72, 70), row("goals", 55.04, 59.24)));
    assertThat(headline.finding())
        .isEqualTo("»meeting« får den højeste vurdering, »goals« den laveste");
    assertThat(headline.detail())
        .isEqualTo(
            "Indekset er 72,0 for »meeting« og 55,0 for »goals«."
                + " Af de enkelte temaer ligger »goals« længst fra landet: 4,2 point under.");
  }

  @Test
  void the_theme_that_sums_up_is_neither_best_nor_worst() {
    Headline headline =
        Headline.of(
            "Odense", List.of(row("overall", 90, 1), row("meeting", 72, 72), row("goals", 55, 55)));
    assertThat(headline.finding()).startsWith("»meeting«");
    assertThat(headline.detail()).endsWith("Odense ligger som landet i alle de enkelte temaer.");
  }

  @Test
  void a_hidden_nation_is_not_compared_with() {
    Headline headline =
        Headline.of(
            "Odense",
            List.of(
                new ThemeRow("meeting", "meeting", shown(70), HIDDEN),
                new ThemeRow("goals", "goals", shown(60), HIDDEN)));
    assertThat(headline.detail()).endsWith("Tallene kan ikke sammenlignes med landet endnu.");
  }

  @Test
  void hidden_themes_are_not_spoken_of() {
    Headline headline =
        Headline.of(
            "Odense",
            List.of(row("meeting", 72, 70), new ThemeRow("goals", "goals", HIDDEN, shown(59))));
    assertThat(headline.finding()).contains("for få svar");
    assertThat(headline.detail()).doesNotContain("goals", "59");
  }

  @Test
  void themes_that_print_the_same_number_are_not_ranked() {
    Headline headline =
        Headline.of("Odense", List.of(row("meeting", 60.01, 60), row("goals", 60.04, 60)));
    assertThat(headline.finding()).isEqualTo("Temaerne vurderes ens");
  }

  @Test
  void a_difference_is_that_of_the_numbers_that_are_shown() {
    assertThat(row("meeting", 74.06, 73.44).difference()).isEqualTo("+0,7");
    assertThat(row("meeting", 73.44, 74.06).difference()).isEqualTo("−0,7");
    assertThat(row("meeting", 73.36, 73.44).difference()).isEqualTo("0,0");
  }

  private static ThemeRow row(String id, double own, double nation) {
    return new ThemeRow(id, id, shown(own), shown(nation));
  }

  private static CellView shown(double index) {
    return new CellView(
        Mark.SOLID, OptionalDouble.of(index), DanishFigures.one(index), "3,00", "40");
  }
}
