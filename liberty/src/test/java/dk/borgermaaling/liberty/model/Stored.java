package dk.borgermaaling.liberty.model;

import java.time.Instant;

/** An event that was taken. */
final class Stored {
  private final Told told;
  private final Instant cameAt;
  private final long arrival;
  private boolean decided;

  Stored(Told told, Instant cameAt, long arrival) {
    this.told = told;
    this.cameAt = cameAt;
    this.arrival = arrival;
  }

  Told told() {
    return told;
  }

  Instant cameAt() {
    return cameAt;
  }

  boolean isDecided() {
    return decided;
  }

  void nowDecided() {
    decided = true;
  }

  /** By when it happened, and of two at once by when they came. */
  static int order(Stored left, Stored right) {
    int byTime = left.told.at().compareTo(right.told.at());
    return byTime == 0 ? Long.compare(left.arrival, right.arrival) : byTime;
  }
}
