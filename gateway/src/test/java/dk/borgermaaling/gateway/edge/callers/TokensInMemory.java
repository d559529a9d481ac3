package dk.borgermaaling.gateway.edge.callers;

import dk.borgermaaling.gateway.edge.Caller;
import dk.borgermaaling.gateway.edge.Thumbprint;
import dk.borgermaaling.gateway.edge.tokens.AccessTokens;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Access tokens that last as long as the test. */
final class TokensInMemory implements AccessTokens {
  private final Map<String, Held> held = new ConcurrentHashMap<>();
  private final AtomicInteger issued = new AtomicInteger();

  @Override
  public String issue(Caller holder, Thumbprint issuer, String audience, Duration lifetime) {
    String token = String.format("%043d", issued.incrementAndGet());
    held.put(audience + token, new Held(holder, issuer));
    return token;
  }

  @Override
  public Optional<Held> find(String token, String audience) {
    return Optional.ofNullable(held.get(audience + token));
  }
}
