package dk.borgermaaling.gateway.beskedfordeler;

import dk.borgermaaling.gateway.caseevent.HandedIn;
import java.util.List;

/** Reads messages as they came. */
public interface MessageReader {
  /**
   * The envelope; the payload stays as it is.
   *
   * @throws UnreadableMessage when it is not the envelope that Beskedfordeler sends
   */
  Message read(byte[] raw) throws UnreadableMessage;

  /**
   * The events of a payload, in its order.
   *
   * @throws dk.borgermaaling.gateway.kernel.ProblemException {@code MALFORMED}: it is not valid by
   *     the contract
   */
  List<HandedIn> events(byte[] payload);

  /** The bytes are not an envelope; its text never has any of them. */
  final class UnreadableMessage extends Exception {
    private static final long serialVersionUID = 1L;

    public UnreadableMessage(String what) {
      super(what);
    }
  }
}
