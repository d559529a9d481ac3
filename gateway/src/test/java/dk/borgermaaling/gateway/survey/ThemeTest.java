package dk.borgermaaling.gateway.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ThemeTest {
  private static final Scale SCALE =
      new Scale(
          "s", List.of(5, 4, 3, 2, 1, 0).stream().map(n -> new Scale.Option(n, "l" + n)).toList());
  private static final Theme THREE =
      new Theme("t", "h", "l", SCALE, List.of(question("a"), question("b"), question("c")));

  private static Question question(String id) {
    return new Question(id, id + "?", Map.of("g", id + " of g?"));
  }

  @Test
  void the_score_is_the_mean_of_what_was_answered() {
    assertThat(THREE.score(Map.of("a", 5, "b", 4, "c", 1)).orElseThrow()).isEqualTo(10 / 3.0);
  }

  @Test
  void dont_know_is_no_answer_and_never_a_three() {
    assertThat(THREE.score(Map.of("a", 5, "b", 4, "c", 0)).orElseThrow()).isEqualTo(4.5);
  }

  @Test
  void fewer_than_half_answered_gives_no_score() {
    assertThat(THREE.score(Map.of("a", 5, "b", 0, "c", 0))).isEmpty();
    assertThat(THREE.score(Map.of())).isEmpty();
  }

  @Test
  void exactly_half_answered_is_enough() {
    Theme two = new Theme("t", "h", "l", SCALE, List.of(question("a"), question("b")));
    assertThat(two.score(Map.of("a", 2, "b", 0)).orElseThrow()).isEqualTo(2.0);
  }

  @Test
  void answers_to_other_questions_do_not_count() {
    assertThat(THREE.score(Map.of("x", 5, "y", 5, "z", 5))).isEmpty();
  }

  @Test
  void a_scale_offers_five_to_one_and_dont_know() {
    assertThatThrownBy(() -> new Scale("s", List.of(new Scale.Option(5, "x"))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_group_with_no_wording_of_its_own_reads_the_common_one() {
    assertThat(question("a").wordingFor("g")).isEqualTo("a of g?");
    assertThat(question("a").wordingFor("h")).isEqualTo("a?");
  }
}
