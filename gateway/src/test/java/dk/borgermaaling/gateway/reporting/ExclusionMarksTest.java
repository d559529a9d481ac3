package dk.borgermaaling.gateway.reporting;

import static dk.borgermaaling.gateway.selection.SamplingMode.CONTINUOUS;
import static dk.borgermaaling.gateway.selection.SamplingMode.ROUND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.borgermaaling.gateway.selection.SamplingMode;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExclusionMarksTest {
  private static final String ODENSE = "0461";

  @ParameterizedTest
  @CsvSource({
    "3, 0, 0, false",
    "3, 0, 200, false",
    "3, 3, 100, false",
    "3, 30, 1000, false",
    "3, 31, 1000, true",
    "3, 1, 33, true",
    "3, 1, 34, false",
    "2.5, 25, 1000, false",
    "2.5, 26, 1000, true",
    "0.1, 1, 1000, false",
    "0.1, 1, 999, true",
    "0, 0, 1000, false",
    "0, 1, 1000, true"
  })
  void exactly_the_limit_is_not_above_it(
      BigDecimal percent, int excluded, int concerned, boolean above) {
    Results results = odense().excluded(CONTINUOUS, ODENSE, excluded, concerned).results();
    ExclusionMark mark =
        Suppression.publish(results, new ExclusionLimit(percent)).exclusions(ODENSE);
    assertThat(mark.isAbove()).isEqualTo(above);
    assertThat(mark.limit()).isEqualTo(percent);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-0.1", "100", "250"})
  void a_limit_that_nobody_or_everybody_is_above_of_is_none(BigDecimal percent) {
    assertThatThrownBy(() -> new ExclusionLimit(percent))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_municipality_that_was_asked_nothing_is_not_marked() {
    assertThat(mark(odense(), "0185").isAbove()).isFalse();
  }

  @Test
  void the_numbers_stand_beside_the_mark_where_they_say_too_much_of_nobody() {
    assertThat(mark(odense().excluded(CONTINUOUS, ODENSE, 40, 500).optedOut(ODENSE, 60), ODENSE))
        .isEqualTo(new ExclusionMark(true, BigDecimal.valueOf(3), new Exclusions(40, 500)));
  }

  @Test
  void below_the_limit_there_is_no_number() {
    assertThat(
            mark(odense().excluded(CONTINUOUS, ODENSE, 10, 500).optedOut(ODENSE, 10), ODENSE)
                .numbers())
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"1, 21", "4, 44", "4, 104"})
  void a_few_are_marked_and_not_counted(int excluded, int concerned) {
    ExclusionMark mark =
        mark(
            odense().excluded(CONTINUOUS, ODENSE, excluded, concerned).optedOut(ODENSE, 30),
            ODENSE);
    assertThat(mark.isAbove()).isTrue();
    assertThat(mark.numbers()).isEmpty();
  }

  @Test
  void a_mark_without_a_number_leaves_five_numbers_open_where_one_of_them_is_below_five() {
    for (int others = 5; others < 400; others++) {
      Set<Integer> open = new HashSet<>();
      for (int excluded = 0; excluded < 60; excluded++) {
        MadeUpResults made =
            odense()
                .excluded(CONTINUOUS, ODENSE, excluded, excluded + others)
                .optedOut(ODENSE, excluded);
        ExclusionMark mark = mark(made, ODENSE);
        if (mark.isAbove() && mark.numbers().isEmpty()) {
          open.add(excluded);
        }
      }
      if (open.stream().anyMatch(excluded -> excluded < 5)) {
        assertThat(open).as("beside %d others", others).hasSizeGreaterThanOrEqualTo(5);
      } else {
        assertThat(open).as("beside %d others", others).isEmpty();
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "40, true",
    "41, false",
    "44, false",
    "45, true",
    "39, false",
    "36, false",
    "35, true"
  })
  void who_subtracts_the_excluded_from_the_opt_outs_finds_nobody_or_five(
      int optOuts, boolean shown) {
    MadeUpResults made = odense().excluded(CONTINUOUS, ODENSE, 40, 500).optedOut(ODENSE, optOuts);
    assertThat(mark(made, ODENSE).numbers().isPresent()).isEqualTo(shown);
  }

  @Test
  void a_number_that_may_not_be_shown_in_one_mode_hides_that_of_the_other() {
    MadeUpResults made =
        odense()
            .excluded(CONTINUOUS, ODENSE, 40, 500)
            .excluded(ROUND, ODENSE, 3, 60)
            .optedOut(ODENSE, 60);
    assertThat(mark(made, ODENSE).isAbove()).isTrue();
    assertThat(mark(made, ODENSE).numbers()).isEmpty();
    assertThat(ExclusionMarks.of(ROUND, both(40, 9), 60, true, MadeUpResults.LIMIT).isAbove())
        .isTrue();
    assertThat(ExclusionMarks.of(ROUND, both(40, 17), 60, true, MadeUpResults.LIMIT).numbers())
        .as("60 - 40 - 17 are three")
        .isEmpty();
    assertThat(ExclusionMarks.of(ROUND, both(40, 12), 60, true, MadeUpResults.LIMIT).numbers())
        .isPresent();
  }

  @Test
  void each_mode_has_its_own_mark() {
    MadeUpResults made =
        odense().excluded(CONTINUOUS, ODENSE, 40, 500).excluded(ROUND, ODENSE, 0, 300);
    assertThat(mark(made, ODENSE).isAbove()).isTrue();
    assertThat(
            Suppression.publish(made.results(ROUND), MadeUpResults.LIMIT)
                .exclusions(ODENSE)
                .isAbove())
        .isFalse();
  }

  @Test
  void where_the_turnout_is_hidden_or_few_were_asked_the_numbers_are_too() {
    MadeUpResults few = new MadeUpResults().asked(ODENSE, "dagpenge", 40, 3).optedOut(ODENSE, 40);
    assertThat(mark(few.excluded(CONTINUOUS, ODENSE, 40, 500), ODENSE).numbers()).isEmpty();
    assertThat(
            mark(odense().excluded(CONTINUOUS, ODENSE, 40, 43).optedOut(ODENSE, 40), ODENSE)
                .numbers())
        .isEmpty();
  }

  private static Map<SamplingMode, Exclusions> both(int continuous, int round) {
    return Map.of(
        CONTINUOUS, new Exclusions(continuous, 500), ROUND, new Exclusions(round, 100 + round));
  }

  private static MadeUpResults odense() {
    return new MadeUpResults().asked(ODENSE, "dagpenge", 100, 40);
  }

  private static ExclusionMark mark(MadeUpResults made, String municipality) {
    return Suppression.publish(made.results(), MadeUpResults.LIMIT).exclusions(municipality);
  }
}
