package dk.borgermaaling.gateway.console;

import dk.borgermaaling.gateway.console.RoadBook.EventCounts;
import dk.borgermaaling.gateway.notification.NotificationState;
import java.util.Map;
import java.util.Set;

/**
 * How much of one municipality stands at each stage of the road.
 *
 * @param underWay first messages that have not ended: planned, being sent, or taken by the post
 * @param failed first messages that failed or did not leave in time
 * @param unknown first messages that may or may not have left
 * @param reminders reminders planned for now or earlier, whatever came of them: what does come of
 *     them tells who has answered
 */
public record Stretch(
    EventCounts events, long underWay, long delivered, long failed, long unknown, long reminders) {
  private static final Set<NotificationState> UNDER_WAY =
      Set.of(
          NotificationState.PLANNED,
          NotificationState.CLAIMED,
          NotificationState.SENDING,
          NotificationState.ACCEPTED);

  static Stretch of(EventCounts events, Map<NotificationState, Long> messages, long reminders) {
    return new Stretch(
        events,
        UNDER_WAY.stream().mapToLong(state -> count(messages, state)).sum(),
        count(messages, NotificationState.DELIVERED),
        count(messages, NotificationState.FAILED) + count(messages, NotificationState.EXPIRED),
        count(messages, NotificationState.UNKNOWN),
        reminders);
  }

  private static long count(Map<NotificationState, Long> messages, NotificationState state) {
    return messages.getOrDefault(state, 0L);
  }
}
