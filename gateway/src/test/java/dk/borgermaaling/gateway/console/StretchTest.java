package dk.borgermaaling.gateway.console;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgermaaling.gateway.console.RoadBook.EventCounts;
import dk.borgermaaling.gateway.notification.NotificationState;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StretchTest {
  private static final EventCounts EVENTS = new EventCounts(20, 0, 10, 10);

  @Test
  void every_first_message_is_in_one_count() {
    Stretch stretch =
        Stretch.of(
            EVENTS,
            Map.of(
                NotificationState.PLANNED, 1L,
                NotificationState.SENDING, 2L,
                NotificationState.ACCEPTED, 3L,
                NotificationState.DELIVERED, 4L,
                NotificationState.FAILED, 5L,
                NotificationState.EXPIRED, 6L,
                NotificationState.UNKNOWN, 7L),
            8);
    assertThat(stretch.underWay()).isEqualTo(6);
    assertThat(stretch.delivered()).isEqualTo(4);
    assertThat(stretch.failed()).isEqualTo(11);
    assertThat(stretch.unknown()).isEqualTo(7);
    assertThat(stretch.reminders()).isEqualTo(8);
  }
}
