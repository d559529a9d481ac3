package dk.borgermaaling.gateway.access.kombit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Access tokens, kept until shortly before they expire, one for each {@link TokenKey}. However many
 * ask at once, one asks the token services, and all get what it got. Kept in memory alone: a token
 * on a disk is a secret at rest.
 */
public final class HolderOfKeyTokens {
  private final AssertionSource sts;
  private final TokenExchange exchange;
  private final Clock clock;
  private final Duration assertionMargin;
  private final Duration tokenMargin;
  private final Map<TokenKey, Held> held = new ConcurrentHashMap<>();
  private final Map<TokenKey, CompletableFuture<AccessToken>> underWay = new ConcurrentHashMap<>();

  /**
   * @param clock real time
   * @param assertionMargin an assertion is not used this close to its end
   * @param tokenMargin an access token is not used this close to its end
   */
  public HolderOfKeyTokens(
      AssertionSource sts,
      TokenExchange exchange,
      Clock clock,
      Duration assertionMargin,
      Duration tokenMargin) {
    this.sts = sts;
    this.exchange = exchange;
    this.clock = clock;
    this.assertionMargin = assertionMargin;
    this.tokenMargin = tokenMargin;
  }

  /** A token that is good now. */
  public AccessToken token(TokenKey key) throws NoToken {
    AccessToken good = good(key);
    if (good != null) {
      return good;
    }
    CompletableFuture<AccessToken> mine = new CompletableFuture<>();
    CompletableFuture<AccessToken> other = underWay.putIfAbsent(key, mine);
    return other == null ? fetch(key, mine) : await(other);
  }

  /**
   * Forgets the token, and the assertion that it came from, after a service refused it; does
   * nothing when somebody has already fetched another.
   */
  public void forget(TokenKey key, AccessToken refused) {
    held.computeIfPresent(key, (k, kept) -> refused.equals(kept.token()) ? null : kept);
  }

  private AccessToken fetch(TokenKey key, CompletableFuture<AccessToken> promise) throws NoToken {
    try {
      AccessToken good = good(key);
      AccessToken token = good == null ? fetch(key) : good;
      promise.complete(token);
      return token;
    } catch (NoToken | RuntimeException e) {
      promise.completeExceptionally(e);
      throw e;
    } finally {
      underWay.remove(key, promise);
    }
  }

  private AccessToken fetch(TokenKey key) throws NoToken {
    Held kept = held.get(key);
    if (kept != null && isGood(kept.assertion().notOnOrAfter(), assertionMargin)) {
      try {
        return keep(key, kept.assertion());
      } catch (NoToken e) {
        held.remove(key, kept);
        if (e.reason() == NoToken.Reason.UNREACHABLE) {
          throw e;
        }
      }
    }
    return keep(key, sts.issue(key));
  }

  private AccessToken keep(TokenKey key, Assertion assertion) throws NoToken {
    AccessToken token = exchange.exchange(assertion);
    held.put(key, new Held(assertion, token));
    return token;
  }

  private static AccessToken await(CompletableFuture<AccessToken> other) throws NoToken {
    try {
      return other.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof NoToken noToken) {
        throw new NoToken(noToken.reason(), String.valueOf(noToken.getMessage()));
      }
      throw e;
    }
  }

  private @Nullable AccessToken good(TokenKey key) {
    Held kept = held.get(key);
    return kept != null && isGood(kept.token().expiresAt(), tokenMargin) ? kept.token() : null;
  }

  private boolean isGood(Instant end, Duration margin) {
    return clock.instant().plus(margin).isBefore(end);
  }

  /** Where assertions come from. */
  public interface AssertionSource {
    Assertion issue(TokenKey key) throws NoToken;
  }

  /** Where an assertion becomes an access token. */
  public interface TokenExchange {
    AccessToken exchange(Assertion assertion) throws NoToken;
  }

  private record Held(Assertion assertion, AccessToken token) {}
}
