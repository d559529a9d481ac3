package dk.borgermaaling.gateway.edge.httpsig;

import java.util.List;
import java.util.Map;

/** Signs what it is told to, of any message (RFC 9421, section 3.1). */
record MessageSigner(SigningKey key) {
  /** Values of the fields Signature-Input and Signature. */
  record Signed(String input, String signature) {}

  Signed sign(String label, List<Member.Item> covered, Parameters parameters, MessageView message) {
    Member.InnerList input = new Member.InnerList(covered, parameters);
    SignatureBase base = SignatureBase.of(input, Components.of(message));
    return new Signed(
        new Dictionary(Map.of(label, input)).serialized(),
        new Dictionary(Map.of(label, new Member.Item(key.sign(base), Parameters.NONE)))
            .serialized());
  }
}
