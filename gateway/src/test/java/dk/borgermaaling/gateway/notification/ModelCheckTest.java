package dk.borgermaaling.gateway.notification;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgermaaling.gateway.invitation.Channel;
import dk.borgermaaling.gateway.notification.Explorer.Planted;
import dk.borgermaaling.gateway.notification.Explorer.Setting;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * All orders of events around one step; docs/notification-states.md says what is checked. {@code
 * -Dmodel.more=1} lets every node freeze and die once more.
 */
class ModelCheckTest {
  private static final List<Channel> ONE = List.of(Channel.DIGITAL_POST);
  private static final int MORE = Integer.getInteger("model.more", 0);

  @Test
  void no_order_of_events_sends_twice_by_itself() {
    explored(new Setting(Explorer.CHANNELS, 1 + MORE, 1 + MORE, 0, false, false, Planted.NONE));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void a_person_who_sends_again_sends_the_same_once_more_and_nothing_else(boolean refuses) {
    List<Channel> channels = refuses || MORE > 0 ? Explorer.CHANNELS : ONE;
    explored(new Setting(channels, 1 + MORE, MORE, 1, refuses, false, Planted.NONE));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void the_setting_sends_the_same_once_more_and_nothing_else(boolean refuses) {
    explored(new Setting(ONE, 1 + MORE, MORE, 0, refuses, true, Planted.NONE));
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void an_error_that_is_planted_is_found(Planted planted) {
    Setting setting = new Setting(Explorer.CHANNELS, 1, 0, 1, false, false, planted);
    assertThat(new Explorer(setting).run().violation()).isPresent();
  }

  private static void explored(Setting setting) {
    Explorer explorer = new Explorer(setting).run();
    System.out.printf("%s: %d states, %d moves%n", setting, explorer.states(), explorer.moves());
    assertThat(explorer.violation()).isEmpty();
    assertThat(explorer.states()).as("everything was seen").isGreaterThan(10_000);
  }
}
