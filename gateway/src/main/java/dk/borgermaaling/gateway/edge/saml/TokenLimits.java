package dk.borgermaaling.gateway.edge.saml;

import java.time.Duration;

/**
 * The times of every token that a caller shows, SAML or JWT, whatever service it is for.
 *
 * @param maxLifetime longest time from issue to expiry
 * @param clockSkew how far the caller's and the token service's clocks may be ahead of ours
 */
public record TokenLimits(Duration maxLifetime, Duration clockSkew) {
  private static final Duration MOST_SKEW = Duration.ofMinutes(5);

  public TokenLimits {
    if (maxLifetime.isNegative() || maxLifetime.isZero()) {
      throw new IllegalArgumentException("the token lifetime must be positive");
    }
    if (clockSkew.isNegative() || clockSkew.compareTo(MOST_SKEW) > 0) {
      throw new IllegalArgumentException("the clock skew must be from zero to five minutes");
    }
  }
}
