package dk.borgermaaling.gateway.edge.saml;

import java.time.Duration;
import java.time.Instant;

/**
 * The times of every token that a caller shows, SAML or JWT, whatever service it is for.
 *
 * @param maxLifetime longest time from issue to expiry
 * @param clockSkew how far the caller's and the token service's clocks may be ahead of ours
 */
public record TokenLimits(Duration maxLifetime, Duration clockSkew) {
  private static final Duration MOST_SKEW = Duration.ofMinutes(5);

  /** A token service reads its clock for each end and rounds: a second more is not longer. */
  private static final Duration ROUNDING = Duration.ofSeconds(1);

  public TokenLimits {
    if (maxLifetime.isNegative() || maxLifetime.isZero()) {
      throw new IllegalArgumentException("the token lifetime must be positive");
    }
    if (clockSkew.isNegative() || clockSkew.compareTo(MOST_SKEW) > 0) {
      throw new IllegalArgumentException("the clock skew must be from zero to five minutes");
    }
  }

  /**
   * Whether a token was issued for longer than is allowed.
   *
   * @param start when it was issued or begins to hold, whichever is earlier
   * @param end when it ends
   */
  public boolean exceededBy(Instant start, Instant end) {
    return Duration.between(start, end).compareTo(maxLifetime.plus(ROUNDING)) > 0;
  }
}
