package dk.borgermaaling.gateway.access;

import java.time.Duration;

/**
 * When guessing ends.
 *
 * @param failures so many wrong passwords in a row lock the account
 * @param time for so long; then counting begins anew
 */
public record LockOut(int failures, Duration time) {
  public LockOut {
    if (failures < 1 || time.isNegative() || time.isZero()) {
      throw new IllegalArgumentException("a lock-out after at least 1 failure, above 0 seconds");
    }
  }
}
