package dk.borgermaaling.liberty.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgermaaling.simulators.world.World;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The comparison with the gateway is worth what the story shows: each rule must make a difference
 * in it.
 */
class StoryShowsEveryRuleTest {
  private static final World WORLD = Story.world();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "NOT_A_TRIGGER",
        "WITHDRAWN",
        "TOO_LATE",
        "RECIPIENT_IS_COMPANY",
        "CITIZEN_DEAD",
        "CITIZEN_MOVED",
        "CITIZEN_EXEMPT",
        "UNDER_18",
        "GROUP_UNKNOWN",
        "GROUP_NOT_SURVEYED",
        "NOT_HELD_BY_MUNICIPALITY",
        "TOO_SHORT_IN_GROUP",
        "OPEN_INVITATION",
        "QUARANTINE"
      })
  void without_the_rule_other_counts_come_out(String rule) {
    Reference complete = Reference.of(WORLD);
    assertThat(complete.outcomes().getOrDefault(rule, 0L)).isGreaterThanOrEqualTo(3);
    assertThat(Reference.without(WORLD, Set.of(rule)).outcomes()).isNotEqualTo(complete.outcomes());
  }

  @Test
  void the_story_has_refusals_repeats_and_invitations() {
    Reference reference = Reference.of(WORLD);
    assertThat(reference.refused()).isPositive();
    assertThat(reference.repeated()).isPositive();
    assertThat(reference.invitations()).hasSizeGreaterThan(500);
  }
}
