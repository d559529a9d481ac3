package dk.borgermaaling.gateway.edge.httpsig;

import dk.borgermaaling.gateway.edge.Refusal;
import java.util.List;
import java.util.Map;

/** The fields Signature-Input and Signature of a message (RFC 9421, section 4). */
record SignatureFields(Dictionary inputs, Dictionary signatures) {
  static final String INPUT = "signature-input";
  static final String SIGNATURE = "signature";

  /** One signature of the message with what it covers. */
  record Labelled(String label, Member.InnerList input, BareItem.Bytes signature) {}

  /** Reads both; labels that do not stand in both are not trusted. */
  static SignatureFields of(FieldLines fields) {
    if (!fields.has(INPUT) || !fields.has(SIGNATURE)) {
      throw Refusal.notTrusted("no signature");
    }
    SignatureFields read =
        new SignatureFields(
            Dictionary.parse(fields.combined(INPUT)), Dictionary.parse(fields.combined(SIGNATURE)));
    if (!read.inputs.members().keySet().equals(read.signatures.members().keySet())) {
      throw Refusal.notTrusted("signatures and inputs that do not belong together");
    }
    return read;
  }

  /** The only signature with that tag; none or several are not trusted. */
  Labelled onlyTagged(String tag) {
    BareItem wanted = new BareItem.Text(tag);
    List<String> labels =
        inputs.members().entrySet().stream()
            .filter(input -> wanted.equals(input.getValue().parameters().find("tag")))
            .map(Map.Entry::getKey)
            .toList();
    if (labels.size() != 1) {
      throw Refusal.notTrusted("not one signature with our tag");
    }
    return labelled(labels.get(0));
  }

  Labelled labelled(String label) {
    if (inputs.find(label) instanceof Member.InnerList input
        && signatures.find(label) instanceof Member.Item item
        && item.parameters().isEmpty()
        && item.value() instanceof BareItem.Bytes bytes) {
      return new Labelled(label, input, bytes);
    }
    throw Refusal.notTrusted("a signature or input of the wrong type");
  }
}
