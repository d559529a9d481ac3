package dk.borgermaaling.gateway.edge.tokens;

import dk.borgermaaling.gateway.edge.Caller;
import java.time.Duration;
import java.util.Optional;

/** Access tokens that were issued and have not expired, known to every node. */
public interface AccessTokens {
  /**
   * Issues a token: 256 random bits, base64url. What is kept of it cannot be turned back.
   *
   * @param audience the service that it is good for
   * @param lifetime real time from now
   */
  String issue(Caller holder, String audience, Duration lifetime);

  /** Who holds the token, if it was issued for the service and has not expired. */
  Optional<Caller> holder(String token, String audience);
}
