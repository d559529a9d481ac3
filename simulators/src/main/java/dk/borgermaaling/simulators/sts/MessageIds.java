package dk.borgermaaling.simulators.sts;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/**
 * The ids of signed requests, remembered as long as their timestamps let them in. A certificate's
 * ids are its own: nobody can use up another's.
 */
final class MessageIds {
  private final InstantSource real;
  private final Duration remembered;
  private final Map<Id, Instant> forgottenAt = new HashMap<>();

  MessageIds(InstantSource real, Duration remembered) {
    this.real = real;
    this.remembered = remembered;
  }

  /** Notes the id; false when it is known already. */
  synchronized boolean firstTime(SignedRequest request) {
    Instant now = real.instant();
    forgottenAt.values().removeIf(end -> !end.isAfter(now));
    return forgottenAt.putIfAbsent(
            new Id(request.signer(), request.messageId()), now.plus(remembered))
        == null;
  }

  private record Id(X509Certificate signer, String text) {}
}
