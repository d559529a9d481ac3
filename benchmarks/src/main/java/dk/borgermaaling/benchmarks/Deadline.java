package dk.borgermaaling.benchmarks;

import java.time.Duration;

/** Until when something may go on, in real time. */
final class Deadline {
  private final long end;

  private Deadline(long end) {
    this.end = end;
  }

  static Deadline in(Duration time) {
    return new Deadline(System.nanoTime() + time.toNanos());
  }

  /** Negative when it is over. */
  Duration left() {
    return Duration.ofNanos(end - System.nanoTime());
  }
}
