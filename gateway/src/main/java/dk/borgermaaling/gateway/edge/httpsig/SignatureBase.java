package dk.borgermaaling.gateway.edge.httpsig;

import java.nio.charset.StandardCharsets;

/** The text that is signed (RFC 9421, section 2.5): a line for each component, then the input. */
record SignatureBase(String text) {
  static SignatureBase of(Member.InnerList input, Components components) {
    StringBuilder text = new StringBuilder();
    for (ComponentId id : ComponentId.of(input)) {
      text.append(id.serialized()).append(": ").append(components.value(id)).append('\n');
    }
    return new SignatureBase(
        text.append("\"@signature-params\": ").append(input.serialized()).toString());
  }

  byte[] bytes() {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** Nothing of the message. */
  @Override
  public String toString() {
    return "SignatureBase";
  }
}
