package dk.borgermaaling.gateway.console;

import dk.borgermaaling.gateway.console.RoadBook.EventCounts;
import dk.borgermaaling.gateway.notification.NotificationState;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/**
 * How much of one municipality stands at each stage of the road.
 *
 * @param underWay first messages that have not ended: planned, being sent, or taken by the post
 * @param failed first messages that failed or did not leave in time
 * @param unknown first messages that may or may not have left
 * @param reminders reminders that have left; empty while the number could tell who has answered
 */
public record Stretch(
    EventCounts events,
    long underWay,
    long delivered,
    long failed,
    long unknown,
    OptionalLong reminders) {
  private static final int FEWEST = 5;
  private static final Set<NotificationState> UNDER_WAY =
      Set.of(
          NotificationState.PLANNED,
          NotificationState.CLAIMED,
          NotificationState.SENDING,
          NotificationState.ACCEPTED);

  static Stretch of(EventCounts events, Map<NotificationState, Long> messages, long reminders) {
    long delivered = count(messages, NotificationState.DELIVERED);
    return new Stretch(
        events,
        UNDER_WAY.stream().mapToLong(state -> count(messages, state)).sum(),
        delivered,
        count(messages, NotificationState.FAILED) + count(messages, NotificationState.EXPIRED),
        count(messages, NotificationState.UNKNOWN),
        shown(reminders, delivered));
  }

  /**
   * Fewer than five reminded, or fewer than five not, would say of somebody known to be invited
   * whether there is an answer.
   */
  private static OptionalLong shown(long reminders, long delivered) {
    return reminders >= FEWEST && delivered - reminders >= FEWEST
        ? OptionalLong.of(reminders)
        : OptionalLong.empty();
  }

  private static long count(Map<NotificationState, Long> messages, NotificationState state) {
    return messages.getOrDefault(state, 0L);
  }
}
