package dk.borgermaaling.gateway.notification;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When it is a step's turn. A first message goes by its plan alone. A reminder follows a first
 * message that has left, or may have, and keeps the planned distance to it: one that left late puts
 * its reminder off by as much.
 */
sealed interface Turn {
  String FIRST_MESSAGE_NEVER_LEFT = "FIRST_MESSAGE_NEVER_LEFT";
  String FIRST_MESSAGE_FAILED = "FIRST_MESSAGE_FAILED";

  /** From this business instant on. */
  record From(Instant at) implements Turn {}

  /** Another step has to be seen first. */
  record NotYet() implements Turn {}

  /** The step ends. */
  record Never(String reason) implements Turn {}

  static Turn ofFirst(Notification.Facts step) {
    return new From(step.plannedFor());
  }

  /**
   * The turn of a reminder.
   *
   * @param first the first message of its invitation
   */
  static Turn ofReminder(Notification.Facts reminder, Optional<Notification.Facts> first) {
    return first
        .map(message -> after(message, reminder))
        .orElseGet(() -> new Never(FIRST_MESSAGE_NEVER_LEFT));
  }

  private static Turn after(Notification.Facts first, Notification.Facts reminder) {
    return switch (first.state()) {
      case PLANNED, CLAIMED, SENDING -> new NotYet();
      case UNKNOWN, ACCEPTED, DELIVERED -> {
        Instant left = first.leftAt() == null ? first.plannedFor() : first.leftAt();
        Duration distance = Duration.between(first.plannedFor(), reminder.plannedFor());
        yield new From(left.plus(distance));
      }
      case FAILED -> new Never(FIRST_MESSAGE_FAILED);
      case WITHDRAWN, EXPIRED, NOT_NEEDED -> new Never(FIRST_MESSAGE_NEVER_LEFT);
    };
  }
}
