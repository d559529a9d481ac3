package dk.borgermaaling.gateway.console;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgermaaling.gateway.console.RoadBook.EventCounts;
import dk.borgermaaling.gateway.notification.NotificationState;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StretchTest {
  private static final EventCounts EVENTS = new EventCounts(20, 0, 10, 10);

  @ParameterizedTest
  @CsvSource({"0, 10", "4, 10", "6, 10", "10, 10", "1, 1", "12, 10"})
  void reminders_that_would_tell_who_has_answered_are_not_shown(long reminders, long delivered) {
    assertThat(stretch(reminders, delivered).reminders()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"5, 10", "60, 100"})
  void reminders_of_many_are_counted(long reminders, long delivered) {
    assertThat(stretch(reminders, delivered).reminders()).hasValue(reminders);
  }

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
            0);
    assertThat(stretch.underWay()).isEqualTo(6);
    assertThat(stretch.delivered()).isEqualTo(4);
    assertThat(stretch.failed()).isEqualTo(11);
    assertThat(stretch.unknown()).isEqualTo(7);
  }

  private static Stretch stretch(long reminders, long delivered) {
    return Stretch.of(EVENTS, Map.of(NotificationState.DELIVERED, delivered), reminders);
  }
}
