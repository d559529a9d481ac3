package dk.borgermaaling.gateway.access.kombit;

import dk.borgermaaling.gateway.kernel.Causes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Access tokens, kept until shortly before they expire, one for each {@link TokenKey}. However many
 * ask at once, one asks the token services, and all get what it got. One that is used near its end
 * is renewed beside the call that uses it. Kept in memory alone: a token on a disk is a secret at
 * rest.
 */
public final class HolderOfKeyTokens {
  private static final Logger LOG = LoggerFactory.getLogger(HolderOfKeyTokens.class);

  /** Of the time in which it is renewed ahead: how long a failed renewal is not tried again. */
  private static final int PAUSES = 10;

  private final TokenSource source;
  private final Clock clock;
  private final Duration margin;
  private final Duration ahead;
  private final Executor background;
  private final Map<TokenKey, AccessToken> held = new ConcurrentHashMap<>();
  private final Map<TokenKey, Instant> paused = new ConcurrentHashMap<>();
  private final Set<TokenKey> renewing = ConcurrentHashMap.newKeySet();
  private final Map<TokenKey, CompletableFuture<AccessToken>> underWay = new ConcurrentHashMap<>();

  /**
   * @param clock real time
   * @param margin a token is not used this close to its end
   * @param ahead one that is used this close to its end is renewed in the background; zero renews
   *     none ahead
   */
  public HolderOfKeyTokens(
      TokenSource source, Clock clock, Duration margin, Duration ahead, Executor background) {
    this.source = source;
    this.clock = clock;
    this.margin = margin;
    this.ahead = ahead;
    this.background = background;
  }

  /** A token that is good now. */
  public AccessToken token(TokenKey key) throws NoToken {
    AccessToken good = good(key, margin);
    if (good != null) {
      if (good(key, ahead) == null) {
        renewAhead(key);
      }
      return good;
    }
    CompletableFuture<AccessToken> mine = new CompletableFuture<>();
    CompletableFuture<AccessToken> other = underWay.putIfAbsent(key, mine);
    return other == null ? fetch(key, margin, mine) : await(other);
  }

  /**
   * Forgets the token, and the assertion that it came from, after a service refused it; does
   * nothing when somebody has already fetched another.
   */
  public void forget(TokenKey key, AccessToken refused) {
    if (held.remove(key, refused)) {
      source.forget(key);
    }
  }

  private void renewAhead(TokenKey key) {
    Instant now = clock.instant();
    if (now.isBefore(paused.getOrDefault(key, now)) || !renewing.add(key)) {
      return;
    }
    try {
      background.execute(() -> renew(key));
    } catch (RejectedExecutionException e) {
      // The server stops; the token in hand is good.
      renewing.remove(key);
    }
  }

  /** Not under way before it runs: nobody must wait for what waits for a thread. */
  private void renew(TokenKey key) {
    CompletableFuture<AccessToken> mine = new CompletableFuture<>();
    try {
      if (underWay.putIfAbsent(key, mine) == null) {
        fetch(key, ahead, mine);
      }
    } catch (NoToken e) {
      paused.put(key, clock.instant().plus(ahead.dividedBy(PAUSES)));
      LOG.warn("a token is not renewed ahead of its end: {}", Causes.trace(e));
    } finally {
      renewing.remove(key);
    }
  }

  private AccessToken fetch(TokenKey key, Duration least, CompletableFuture<AccessToken> promise)
      throws NoToken {
    try {
      AccessToken good = good(key, least);
      AccessToken token = good == null ? fetch(key) : good;
      promise.complete(token);
      return token;
    } catch (NoToken | RuntimeException | Error e) { // nobody may be left waiting
      promise.completeExceptionally(e);
      throw e;
    } finally {
      underWay.remove(key, promise);
    }
  }

  private AccessToken fetch(TokenKey key) throws NoToken {
    AccessToken fresh = source.fetch(key);
    Instant now = clock.instant();
    held.values().removeIf(token -> !now.isBefore(token.expiresAt()));
    held.put(key, fresh);
    paused.values().removeIf(until -> !now.isBefore(until));
    paused.remove(key);
    return fresh;
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

  private @Nullable AccessToken good(TokenKey key, Duration least) {
    AccessToken kept = held.get(key);
    return kept != null && clock.instant().plus(least).isBefore(kept.expiresAt()) ? kept : null;
  }
}
