package dk.borgermaaling.gateway.caseevent;

import java.time.LocalDate;

/**
 * A target group (målgruppe) as the case system codes it.
 *
 * @param system name of a {@link CodeSystem}; something else while it {@linkplain #isUntold() is
 *     untold}
 * @param code as the system writes it, for example {@code 6.6} or {@code KG2/4}
 * @param startDate first day in the group, inclusive, Danish civil date
 */
public record TargetGroupCode(String system, String code, LocalDate startDate) {
  private static final String UNTOLD = "UNTOLD";

  /**
   * A code told without its system, of which nothing follows yet. The table has no such system: the
   * way in knows no such code.
   */
  public static TargetGroupCode untold(String code, LocalDate startDate) {
    return new TargetGroupCode(UNTOLD, code, startDate);
  }

  public boolean isUntold() {
    return system.equals(UNTOLD);
  }
}
