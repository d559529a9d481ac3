package dk.borgermaaling.gateway.invitation;

import java.time.Duration;

/**
 * The waits of a plan, in business time.
 *
 * @param firstAfter from the happening to the first message, before it is moved into allowed hours;
 *     what came after that waits no longer
 * @param reminderAfter from the planned first message to the reminder, before it is moved into
 *     allowed hours
 * @param closeAfter from the planned first message to the close
 */
public record PlanSettings(Duration firstAfter, Duration reminderAfter, Duration closeAfter) {
  public PlanSettings {
    if (firstAfter.isNegative() || !isPositive(reminderAfter) || !isPositive(closeAfter)) {
      throw new IllegalArgumentException(
          "gateway.invitation.wait must not be negative, reminder-after and close-after must be above 0");
    }
  }

  private static boolean isPositive(Duration duration) {
    return !duration.isNegative() && !duration.isZero();
  }
}
