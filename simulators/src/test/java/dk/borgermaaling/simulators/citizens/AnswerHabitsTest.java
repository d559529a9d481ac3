package dk.borgermaaling.simulators.citizens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.EnumMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerHabitsTest {
  private static final int PEOPLE = 4000;

  @Test
  void about_four_in_ten_answer_and_one_of_them_only_after_a_reminder() {
    Map<Habit, Integer> counts = new EnumMap<>(Habit.class);
    for (int i = 0; i < PEOPLE; i++) {
      counts.merge(AnswerHabits.of(7, "person" + i), 1, Integer::sum);
    }
    assertThat(counts.get(Habit.AFTER_FIRST)).isCloseTo(1200, within(120));
    assertThat(counts.get(Habit.AFTER_REMINDER)).isCloseTo(400, within(80));
  }

  @ParameterizedTest
  @CsvSource({
    "meeting-listened, 3.9",
    "conversation-prepared, 3.8",
    "overall-satisfaction, 3.6",
    "goals-known, 3.5",
    "progress-belief, 3.1"
  })
  void the_mean_of_the_answers_is_that_of_the_theme(String question, double mean) {
    int[] answers =
        IntStream.range(0, PEOPLE)
            .map(i -> AnswerHabits.answer(7, "person" + i, question))
            .toArray();
    assertThat(IntStream.of(answers)).allMatch(answer -> answer >= 0 && answer <= 5);
    assertThat(IntStream.of(answers).filter(answer -> answer > 0).average().orElseThrow())
        .isCloseTo(mean, within(0.1));
    assertThat(IntStream.of(answers).filter(answer -> answer == 0).count()).isBetween(120L, 280L);
  }

  @Test
  void the_same_person_answers_the_same_and_another_seed_differently() {
    assertThat(AnswerHabits.answer(7, "x", "goals-known"))
        .isEqualTo(AnswerHabits.answer(7, "x", "goals-known"));
    assertThat(
            IntStream.range(0, 100)
                .map(i -> AnswerHabits.answer(8, "p" + i, "goals-known"))
                .toArray())
        .isNotEqualTo(
            IntStream.range(0, 100)
                .map(i -> AnswerHabits.answer(7, "p" + i, "goals-known"))
                .toArray());
  }

  @Test
  void who_waits_for_a_reminder_does_not_act_on_the_first_message() {
    assertThat(Habit.AFTER_REMINDER.actsOn("first")).isFalse();
    assertThat(Habit.AFTER_REMINDER.actsOn("reminder-1")).isTrue();
    assertThat(Habit.AFTER_FIRST.actsOn("first")).isTrue();
    assertThat(Habit.NEVER.actsOn("reminder-1")).isFalse();
  }
}
