package dk.borgermaaling.gateway.notification;

import java.util.Optional;

/**
 * What of a message from Beskedfordeler is used. Its credentials (KildesystemAkkreditiver) are not.
 *
 * @param id BeskedId in lower case: the same for every delivery of one receipt; empty when absent
 * @param type Beskedtype in lower case; empty when absent
 * @param status the payload; empty when the message carries no PKO_PostStatus that can be read
 */
public record ReceiptEnvelope(
    Optional<String> id, Optional<String> type, Optional<PostStatus> status) {

  /** Reads a message as it was received. */
  public interface Reader {
    /**
     * Reads the envelope and the payload in it.
     *
     * @throws UnreadableReceipt when it is not the envelope that Beskedfordeler sends
     */
    ReceiptEnvelope read(byte[] raw) throws UnreadableReceipt;
  }

  /** The bytes are not an envelope; the message never has any of them. */
  public static final class UnreadableReceipt extends Exception {
    private static final long serialVersionUID = 1L;

    public UnreadableReceipt(String what) {
      super(what);
    }
  }
}
