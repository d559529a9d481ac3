package dk.borgermaaling.gateway.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the browser holds: 256 random bits. The form token (against cross-site requests) follows
 * from it, so that a form is bound to the session that it was shown in.
 */
public final class SessionToken {
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");
  private static final SecureRandom RANDOM = new SecureRandom();
  private final String value;

  private SessionToken(String value) {
    this.value = value;
  }

  public static SessionToken random() {
    byte[] bits = new byte[32];
    RANDOM.nextBytes(bits);
    return new SessionToken(base64(bits));
  }

  /** Reads a cookie's value; empty when we cannot have made it. */
  public static Optional<SessionToken> parse(String text) {
    return FORM.matcher(text).matches() ? Optional.of(new SessionToken(text)) : Optional.empty();
  }

  /** For the cookie alone. */
  public String value() {
    return value;
  }

  byte[] hash() {
    return digest("session:" + value);
  }

  /** The hidden field of every form of this session. */
  public String formToken() {
    return base64(digest("form:" + value));
  }

  /** Whether a form was shown in this session; constant time. */
  public boolean madeForm(String formToken) {
    return MessageDigest.isEqual(
        formToken.getBytes(StandardCharsets.UTF_8), formToken().getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] digest(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static String base64(byte[] bits) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
  }

  @Override
  public String toString() {
    return "a session token";
  }
}
