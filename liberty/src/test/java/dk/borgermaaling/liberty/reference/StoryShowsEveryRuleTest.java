package dk.borgermaaling.liberty.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgermaaling.gateway.selection.StopReason;
import dk.borgermaaling.simulators.world.World;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The comparison with the gateway is worth what the story shows: each rule must make a difference
 * in it.
 */
class StoryShowsEveryRuleTest {
  private static final World WORLD = Story.world();
  private static final Reference COMPLETE = Reference.of(WORLD);

  /**
   * Some cannot be shown. Test people have day of month + 60, which is also the form of a
   * replacement number, so the demonstration allows them ({@code
   * gateway.people.allow-replacement-cpr}). And an opt-out is no event of a case system, so that
   * the story has none. All towns ask by the standard terms, so that nobody pauses, asks in rounds,
   * leaves out protected citizens or draws lots, whose seed nobody knows beforehand. {@code
   * SelectionRulesTest} and {@code OptOutsTest} of the gateway have these rules, with and without.
   */
  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {
        "REPLACEMENT_CPR",
        "CITIZEN_OPTED_OUT",
        "MUNICIPALITY_PAUSED",
        "WAITS_FOR_ROUND",
        "CITIZEN_PROTECTED",
        "NOT_DRAWN"
      })
  void without_the_rule_other_counts_come_out(StopReason rule) {
    Reference without = Reference.without(WORLD, Set.of(rule.name()));
    assertThat(COMPLETE.outcomes().getOrDefault(rule.name(), 0L)).isGreaterThanOrEqualTo(3);
    assertThat(without.outcomes()).isNotEqualTo(COMPLETE.outcomes());
  }

  @ParameterizedTest
  @EnumSource
  void a_rule_that_is_misread_gives_other_counts(Rules.Misreading how) {
    Reference misread = Reference.misread(WORLD, how);
    assertThat(misread.outcomes()).isNotEqualTo(COMPLETE.outcomes());
  }

  @Test
  void an_answer_counts_where_the_conversation_was_and_not_where_the_citizen_lives() {
    assertThat(Answers.to(COMPLETE).answered())
        .filteredOn(i -> !i.person().municipalityCode().equals(i.town().code()))
        .hasSizeGreaterThanOrEqualTo(2);
  }

  @Test
  void the_story_has_refusals_repeats_and_invitations() {
    assertThat(COMPLETE.refused()).isPositive();
    assertThat(COMPLETE.repeated()).isPositive();
    assertThat(COMPLETE.invitations()).hasSizeGreaterThan(500);
  }
}
