package dk.borgermaaling.simulators.sts;

import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Access tokens that services take: Serviceplatformen's opaque ones and the STS's JWTs, bound to a
 * certificate, a service and a municipality. They live in memory; a restart makes callers fetch new
 * ones.
 */
public final class AccessTokens {
  static final Duration LIFETIME = Duration.ofHours(1);

  private final Map<String, Grant> grants = new ConcurrentHashMap<>();
  private final Clock clock;

  /**
   * @param clock real time
   */
  public AccessTokens(Clock clock) {
    this.clock = clock;
  }

  private record Grant(String thumbprint, String entityId, String cvr, Instant end) {}

  /** A fresh token, valid for an hour but not longer than the assertion it was bought with. */
  String grant(X509Certificate holder, String entityId, String cvr, Instant assertionEnd) {
    Instant hour = clock.instant().plus(LIFETIME);
    Instant end = hour.isBefore(assertionEnd) ? hour : assertionEnd;
    String token = UUID.randomUUID().toString();
    grant(token, holder, entityId, cvr, end);
    return token;
  }

  /** Lets in a token that says by itself what it is for: a JWT of the STS. */
  void grant(String token, X509Certificate holder, String entityId, String cvr, Instant end) {
    grants.put(token, new Grant(Thumbprint.of(holder), entityId, cvr, end));
  }

  /**
   * The CVR on whose behalf the caller acts; empty when the token is unknown, expired, for another
   * service or shown by another certificate.
   */
  public Optional<String> cvr(String token, @Nullable X509Certificate shown, String entityId) {
    @Nullable Grant grant = grants.get(token);
    return grant != null
            && shown != null
            && grant.entityId().equals(entityId)
            && grant.thumbprint().equals(Thumbprint.of(shown))
            && clock.instant().isBefore(grant.end())
        ? Optional.of(grant.cvr())
        : Optional.empty();
  }

  /** The token is unknown from now on. */
  public void revoke(String token) {
    grants.remove(token);
  }
}
