package dk.borgermaaling.gateway.notification;

import java.time.Instant;
import java.util.Map;

/** Enqueues the task that sends a step, in the open transaction. */
public interface NotificationQueue {
  /** Has each step looked at when its instant (real time) has come. */
  void enqueue(Map<NotificationId, Instant> dueAt);
}
