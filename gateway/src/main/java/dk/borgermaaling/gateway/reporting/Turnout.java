package dk.borgermaaling.gateway.reporting;

import java.util.OptionalDouble;

/**
 * How many were asked and how many answered.
 *
 * @param invited invitations whose first message the post accepted or delivered, or may have
 * @param responses responses that are stored
 */
public record Turnout(int invited, int responses) {
  public Turnout {
    if (invited < 0 || responses < 0) {
      throw new IllegalArgumentException("counts are not negative");
    }
  }

  /**
   * Responses divided by invitations, 0 to 1; empty when nobody was invited, or when more answered
   * than are counted as invited (a first message was refused and the reminder arrived).
   */
  public OptionalDouble rate() {
    return invited == 0 || responses > invited
        ? OptionalDouble.empty()
        : OptionalDouble.of((double) responses / invited);
  }

  /**
   * Invitations that no response is known for. Negative when more answered than are counted as
   * invited: a reader who subtracts gets the same.
   */
  int silent() {
    return invited - responses;
  }
}
