package dk.borgermaaling.gateway.edge.httpsig;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A value of a structured field (RFC 9651, section 3.3), of the types that signatures use. */
sealed interface BareItem {
  /** A parameter or member that was given without a value. */
  BareItem TRUE = new Flag(true);

  /** The only spelling that the serialization of RFC 9651, section 4.1, allows. */
  String serialized();

  /** An Integer of at most 15 digits. */
  record Whole(long value) implements BareItem {
    @Override
    public String serialized() {
      return Long.toString(value);
    }
  }

  /** A String of printable ASCII. */
  record Text(String value) implements BareItem {
    @Override
    public String serialized() {
      return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
  }

  /** A Token, a word without quotes. */
  record Token(String value) implements BareItem {
    @Override
    public String serialized() {
      return value;
    }
  }

  /** A Byte Sequence, kept as base64 with padding, so that equal bytes are equal values. */
  record Bytes(String base64) implements BareItem {
    static Bytes of(byte[] bytes) {
      return new Bytes(Base64.getEncoder().encodeToString(bytes));
    }

    static Bytes ofAscii(String text) {
      return of(text.getBytes(StandardCharsets.US_ASCII));
    }

    byte[] decoded() {
      return Base64.getDecoder().decode(base64);
    }

    @Override
    public String serialized() {
      return ':' + base64 + ':';
    }
  }

  /** A Boolean. */
  record Flag(boolean value) implements BareItem {
    @Override
    public String serialized() {
      return value ? "?1" : "?0";
    }
  }
}
