package dk.borgermaaling.gateway.edge.soap;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Messages by what is special about them, and the verdict that any verifier must give.
 * Docs/adr/0004 names the hostile ones that plain CXF accepts.
 */
public final class Corpus {
  /** The number of the citizen that the message's event must be about. */
  public static final String CPR = "6101901234";

  /** A date that the message's event must have. */
  public static final String DATE = "2026-03-02";

  /** The same messages at every run. */
  private static final long SEED = 2026;

  private final Supplier<TestToken> token;
  private final Function<TestToken, RawMessage> message;

  /**
   * @param message a good message with this token
   */
  public Corpus(Supplier<TestToken> token, Function<TestToken, RawMessage> message) {
    this.token = token;
    this.message = message;
  }

  /**
   * Each is not trusted.
   *
   * @param otherIssuer a certificate of the same authority that is no token service
   * @param stranger a certificate of the same authority that is not the holder's
   */
  public Map<String, Supplier<byte[]>> hostile(Identity otherIssuer, Identity stranger) {
    return joined(
        new HostileRows(token, message, otherIssuer, stranger),
        new WrappingRows(token, message),
        new SignatureRows(token, message),
        new ReferenceRows(token, message, stranger),
        new TokenRows(token, message),
        new EnvelopeRows(token, message, SEED));
  }

  /** Each is malformed, whoever sent it. */
  public Map<String, Supplier<byte[]>> malformed() {
    return Map.copyOf(new MalformedRows(token, message).rows);
  }

  /**
   * Each is accepted.
   *
   * @param nextIssuer a second certificate of the token service
   */
  public Map<String, Supplier<byte[]>> good(Identity nextIssuer) {
    return joined(
        new GoodRows(token, message, nextIssuer),
        new OddRows(token, message, SEED),
        new OddSignatureRows(token, message));
  }

  private static Map<String, Supplier<byte[]>> joined(Rows... families) {
    Map<String, Supplier<byte[]>> all = new LinkedHashMap<>();
    for (Rows family : families) {
      family.rows.forEach(
          (name, row) -> {
            if (all.put(name, row) != null) {
              throw new IllegalStateException("two rows have the name " + name);
            }
          });
    }
    return all;
  }
}
