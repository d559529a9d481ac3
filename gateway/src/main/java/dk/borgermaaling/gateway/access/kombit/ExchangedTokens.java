package dk.borgermaaling.gateway.access.kombit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Access tokens that an assertion is exchanged for (OIO IDWS REST 1.0). The assertion is kept and
 * exchanged again until shortly before its end; one that is refused is replaced once.
 */
public final class ExchangedTokens implements TokenSource {
  private final AssertionSource sts;
  private final TokenExchange exchange;
  private final Clock clock;
  private final Duration margin;
  private final Map<TokenKey, Assertion> kept = new ConcurrentHashMap<>();

  /**
   * @param clock real time
   * @param margin an assertion is not used this close to its end
   */
  public ExchangedTokens(
      AssertionSource sts, TokenExchange exchange, Clock clock, Duration margin) {
    this.sts = sts;
    this.exchange = exchange;
    this.clock = clock;
    this.margin = margin;
  }

  @Override
  public AccessToken fetch(TokenKey key) throws NoToken {
    Instant leastEnd = clock.instant().plus(margin);
    kept.values().removeIf(assertion -> !leastEnd.isBefore(assertion.notOnOrAfter()));
    Assertion known = kept.get(key);
    if (known != null) {
      try {
        return exchange.exchange(key, known);
      } catch (NoToken e) {
        if (e.reason() == NoToken.Reason.UNREACHABLE) {
          throw e;
        }
        kept.remove(key, known);
      }
    }
    Assertion fresh = sts.issue(key);
    AccessToken token = exchange.exchange(key, fresh);
    kept.put(key, fresh);
    return token;
  }

  @Override
  public void forget(TokenKey key) {
    kept.remove(key);
  }

  /** Where an assertion becomes an access token. */
  public interface TokenExchange {
    AccessToken exchange(TokenKey key, Assertion assertion) throws NoToken;
  }
}
