package dk.borgermaaling.gateway.edge.soap;

import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Messages by what is special about them, and the verdict that any verifier must give.
 * Docs/adr/0004 names the hostile ones that plain CXF accepts.
 */
public final class Corpus {
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
    return Map.copyOf(new HostileRows(token, message, otherIssuer, stranger).rows);
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
    return Map.copyOf(new GoodRows(token, message, nextIssuer).rows);
  }
}
