package dk.borgermaaling.gateway.notification;

import java.time.Instant;

/** Enqueues the task that sends a step, in the open transaction. */
public interface NotificationQueue {
  /** Has the step looked at when {@code dueAt} (real time) has come. */
  void enqueue(NotificationId id, Instant dueAt);
}
