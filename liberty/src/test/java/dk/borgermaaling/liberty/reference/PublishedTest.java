package dk.borgermaaling.liberty.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whether the story's report is one in which hiding is worth a comparison. */
class PublishedTest {
  private static final Published PUBLISHED = Published.of(Answers.to(Reference.of(Story.world())));

  static Stream<String> themes() {
    return Stream.concat(Answers.themes().stream(), Stream.of("ALL"));
  }

  @ParameterizedTest
  @MethodSource("themes")
  void nothing_that_is_hidden_follows_from_what_is_shown(String theme) {
    assertThat(Equations.determined(PUBLISHED.places(), PUBLISHED.hidden(theme))).isEmpty();
  }

  @Test
  void no_turnout_that_is_hidden_follows_from_what_is_shown() {
    assertThat(Equations.determined(PUBLISHED.places(), PUBLISHED.hiddenTurnout())).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("themes")
  void the_planned_small_cells_are_hidden_and_others_to_protect_them(String theme) {
    assertThat(PUBLISHED.hidden(theme))
        .contains(new Place("0185", "jobafklaring"), new Place("0740", "aktivitetsparate"))
        .hasSizeBetween(4, 15);
    assertThat(PUBLISHED.hidden(theme))
        .anyMatch(
            place ->
                PUBLISHED.people(place, theme) >= 5 && !place.isNation() && !place.isAllGroups());
  }

  @Test
  void a_reader_with_a_pencil_finds_a_single_gap_and_not_a_ring_of_them() {
    Place one = new Place("0461", "dagpenge");
    Place beside = new Place("0461", "jobparate");
    Place below = new Place("0751", "dagpenge");
    Place across = new Place("0751", "jobparate");
    assertThat(Equations.determined(PUBLISHED.places(), Set.of(one))).containsExactly(one);
    assertThat(Equations.determined(PUBLISHED.places(), List.of(one, beside, below)))
        .containsExactlyInAnyOrder(one, beside, below);
    assertThat(Equations.determined(PUBLISHED.places(), Set.of(one, beside, below, across)))
        .isEmpty();
  }
}
