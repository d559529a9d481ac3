package dk.borgermaaling.simulators.digitalpost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChanceTest {
  @Test
  void the_same_seed_hits_the_same_messages_and_about_its_share_of_them() {
    List<Integer> hit = hits(new Chance(0.1, 7), Switch.ERROR_500, 1);
    assertThat(hits(new Chance(0.1, 7), Switch.ERROR_500, 1)).isEqualTo(hit);
    assertThat(hit).hasSizeBetween(800, 1200);
  }

  @Test
  void another_seed_switch_or_attempt_hits_others() {
    List<Integer> hit = hits(new Chance(0.1, 7), Switch.ERROR_500, 1);
    assertThat(hits(new Chance(0.1, 8), Switch.ERROR_500, 1)).isNotEqualTo(hit);
    assertThat(hits(new Chance(0.1, 7), Switch.RESULT_FALSE, 1)).isNotEqualTo(hit);
    assertThat(hits(new Chance(0.1, 7), Switch.ERROR_500, 2)).isNotEqualTo(hit);
  }

  @Test
  void without_a_share_it_always_hits_and_no_share_is_refused() {
    assertThat(hits(Chance.ALWAYS, Switch.ERROR_500, 1)).hasSize(10_000);
    assertThatThrownBy(() -> new Chance(0, 1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Chance(1.1, 1)).isInstanceOf(IllegalArgumentException.class);
  }

  private static List<Integer> hits(Chance chance, Switch which, int attempt) {
    return IntStream.range(0, 10_000)
        .filter(i -> chance.hits(which, new Occasion("", "message " + i, attempt)))
        .boxed()
        .toList();
  }
}
