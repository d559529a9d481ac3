package dk.borgermaaling.gateway.notification;

import java.time.Instant;

/** What a task does after a run: end, or run again. */
public sealed interface Next {
  Next DONE = new Done();

  /** The task has nothing more to do. */
  record Done() implements Next {}

  /** Runs again at this real time. */
  record Again(Instant at) implements Next {}
}
