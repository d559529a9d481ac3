package dk.borgermaaling.gateway.notification;

import dk.borgermaaling.gateway.beskedfordeler.MessageReader.UnreadableMessage;
import java.util.Optional;
import java.util.Set;

/**
 * What of a message from Beskedfordeler is used. Its credentials (KildesystemAkkreditiver) are not.
 *
 * @param id BeskedId in lower case: the same for every delivery of one receipt; empty when absent
 * @param type Beskedtype in lower case; empty when absent
 * @param systems RelateretObjekt/ObjektId in lower case: the IT system that sent the message
 * @param status the payload; empty when the message carries no PKO_PostStatus that can be read
 */
public record ReceiptEnvelope(
    Optional<String> id, Optional<String> type, Set<String> systems, Optional<PostStatus> status) {
  private static final String POST_STATUS = "d2bed63c-4853-4008-b6e0-a74c15b15fbf";

  public ReceiptEnvelope {
    systems = Set.copyOf(systems);
  }

  /** Whether its Beskedtype says that it is a receipt of post. */
  public boolean isPostStatus() {
    return type.equals(Optional.of(POST_STATUS));
  }

  /** Reads a message as it was received. */
  public interface Reader {
    /**
     * Reads the envelope and the payload in it.
     *
     * @throws UnreadableMessage when it is not the envelope that Beskedfordeler sends
     */
    ReceiptEnvelope read(byte[] raw) throws UnreadableMessage;
  }
}
