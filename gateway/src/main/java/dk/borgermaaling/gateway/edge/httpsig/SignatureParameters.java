package dk.borgermaaling.gateway.edge.httpsig;

import dk.borgermaaling.gateway.edge.Refusal;
import dk.borgermaaling.gateway.edge.Thumbprint;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Parameters of a request's signature (RFC 9421, section 2.3): all but {@code alg} are demanded.
 */
record SignatureParameters(
    Instant created, Instant expires, String nonce, Thumbprint signer, @Nullable String algorithm) {
  static final String CREATED = "created";
  static final String EXPIRES = "expires";
  static final String NONCE = "nonce";
  static final String KEY_ID = "keyid";
  static final String ALGORITHM = "alg";
  static final String TAG = "tag";
  private static final Set<String> KNOWN = Set.of(CREATED, EXPIRES, NONCE, KEY_ID, ALGORITHM, TAG);
  private static final int SHORTEST_NONCE = 16;
  private static final int LONGEST_NONCE = 128;

  static SignatureParameters of(Parameters given) {
    if (!KNOWN.containsAll(given.names())) {
      throw Refusal.notTrusted("an unknown signature parameter");
    }
    String nonce = text(given, NONCE);
    if (nonce.length() < SHORTEST_NONCE || nonce.length() > LONGEST_NONCE) {
      throw Refusal.notTrusted("the length of the nonce");
    }
    return new SignatureParameters(
        time(given, CREATED),
        time(given, EXPIRES),
        nonce,
        KeyId.parse(text(given, KEY_ID)).certificate(),
        given.has(ALGORITHM) ? text(given, ALGORITHM) : null);
  }

  /**
   * Refuses a signature of the future, one that lives longer than allowed, and one that has
   * expired: it holds before {@code expires}, not at it.
   */
  void checkTimes(Instant now, Duration maxLifetime, Duration clockSkew) {
    if (created.isAfter(now.plus(clockSkew))) {
      throw Refusal.notTrusted("a signature of the future");
    }
    if (!expires.isAfter(created) || expires.isAfter(created.plus(maxLifetime))) {
      throw Refusal.notTrusted("the lifetime of the signature");
    }
    if (!now.isBefore(expires)) {
      throw Refusal.notTrusted("an expired signature");
    }
  }

  private static Instant time(Parameters given, String name) {
    if (given.find(name) instanceof BareItem.Whole seconds) {
      return Instant.ofEpochSecond(seconds.value());
    }
    throw Refusal.notTrusted("a signature parameter is absent or of the wrong type: " + name);
  }

  private static String text(Parameters given, String name) {
    if (given.find(name) instanceof BareItem.Text text) {
      return text.value();
    }
    throw Refusal.notTrusted("a signature parameter is absent or of the wrong type: " + name);
  }
}
