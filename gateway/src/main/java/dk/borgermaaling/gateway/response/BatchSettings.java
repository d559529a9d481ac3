package dk.borgermaaling.gateway.response;

import java.time.Duration;

/**
 * When waiting answers are written.
 *
 * @param minimum answers that must wait, so that each hides among others
 * @param longestWait business time, whole days, after which fewer are written too: somebody may be
 *     the only one in a quiet week
 */
public record BatchSettings(int minimum, Duration longestWait) {
  public BatchSettings {
    if (minimum < 2) {
      throw new IllegalArgumentException("a batch of fewer than 2 answers hides nobody");
    }
    if (longestWait.toDays() < 1) {
      throw new IllegalArgumentException("answers must be able to wait for at least a day");
    }
  }
}
