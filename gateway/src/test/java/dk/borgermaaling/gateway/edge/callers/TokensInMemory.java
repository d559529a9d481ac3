package dk.borgermaaling.gateway.edge.callers;

import dk.borgermaaling.gateway.edge.Caller;
import dk.borgermaaling.gateway.edge.tokens.AccessTokens;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Access tokens that last as long as the test. */
final class TokensInMemory implements AccessTokens {
  private final Map<String, Caller> holders = new ConcurrentHashMap<>();
  private final AtomicInteger issued = new AtomicInteger();

  @Override
  public String issue(Caller holder, String audience, Duration lifetime) {
    String token = String.format("%043d", issued.incrementAndGet());
    holders.put(audience + token, holder);
    return token;
  }

  @Override
  public Optional<Caller> holder(String token, String audience) {
    return Optional.ofNullable(holders.get(audience + token));
  }
}
