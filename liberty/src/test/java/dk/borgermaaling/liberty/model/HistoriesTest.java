package dk.borgermaaling.liberty.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A thousand histories on a real PostgreSQL, in worlds of a hundred. */
class HistoriesTest {
  private static final int HISTORIES = 100;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void whatever_is_told_and_in_whatever_order_the_database_agrees_with_the_model(long seed) {
    try (World world = new World(seed, HISTORIES)) {
      world.live();
      assertThat(world.outcomes()).isEqualTo(world.expectedOutcomes());
      assertThat(world.invitations()).isEqualTo(world.expectedInvitations());
      assertThat(world.letters()).isEqualTo(world.expectedLetters());
      assertThat(world.outcomes().values())
          .as("the histories show something")
          .hasSizeGreaterThan(1_000)
          .contains("QUARANTINE", "OPEN_INVITATION", "NO_CONVERSATION", "WITHDRAWN", "TOO_LATE");
    }
  }
}
