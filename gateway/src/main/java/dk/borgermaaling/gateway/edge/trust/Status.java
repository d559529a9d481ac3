package dk.borgermaaling.gateway.edge.trust;

import java.time.Duration;
import java.time.Instant;

/** What is known of a certificate's revocation; of two answers the later one here counts. */
enum Status {
  /** Nobody whom we ask has said anything, or too long ago. */
  UNKNOWN,
  /** Good when last heard of, and the answer is out of date but still counts. */
  STALE,
  GOOD,
  REVOKED;

  Status and(Status other) {
    return compareTo(other) >= 0 ? this : other;
  }

  /** What an answer that says good is worth now. */
  static Status good(Instant freshUntil, Duration grace, Instant now) {
    if (!now.isAfter(freshUntil)) {
      return GOOD;
    }
    return now.isAfter(freshUntil.plus(grace)) ? UNKNOWN : STALE;
  }
}
