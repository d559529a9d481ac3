package dk.borgermaaling.gateway.edge.trust;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * An element of DER (X.690): just enough to ask an OCSP responder and to read which certificates a
 * CRL speaks of, for which Java has no public API. Tags have one byte, lengths at most four.
 */
final class Der {
  static final int BOOLEAN = 0x01;
  static final int INTEGER = 0x02;
  static final int BIT_STRING = 0x03;
  static final int OCTET_STRING = 0x04;
  static final int NULL = 0x05;
  static final int OBJECT_IDENTIFIER = 0x06;
  static final int GENERALIZED_TIME = 0x18;
  static final int SEQUENCE = 0x30;

  private final byte[] source;
  private final int start;
  private final int value;
  private final int end;

  private Der(byte[] source, int start, int value, int end) {
    this.source = source;
    this.start = start;
    this.value = value;
    this.end = end;
  }

  /** Reads bytes that are exactly one element. */
  static Der read(byte[] bytes) throws Unusable {
    Der only = at(bytes, 0, bytes.length);
    if (only.end != bytes.length) {
      throw new Unusable("more than one DER element");
    }
    return only;
  }

  /** An element with these contents, one after the other. */
  static byte[] write(int tag, byte[]... contents) {
    int length = Arrays.stream(contents).mapToInt(part -> part.length).sum();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(tag);
    if (length < 0x80) {
      out.write(length);
    } else {
      int bytes = (32 - Integer.numberOfLeadingZeros(length) + 7) / 8;
      out.write(0x80 | bytes);
      for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8) {
        out.write(length >> shift);
      }
    }
    for (byte[] part : contents) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }

  /** Context-specific, constructed. */
  static int context(int number) {
    return 0xa0 | number;
  }

  /** Context-specific, primitive. */
  static int contextPrimitive(int number) {
    return 0x80 | number;
  }

  int tag() {
    return source[start] & 0xff;
  }

  boolean is(int tag) {
    return tag() == tag;
  }

  /** This element, which must have the tag. */
  Der as(int tag) throws Unusable {
    if (!is(tag)) {
      throw new Unusable("a DER element of another kind than expected");
    }
    return this;
  }

  byte[] value() {
    return Arrays.copyOfRange(source, value, end);
  }

  /** Tag, length and value. */
  byte[] encoded() {
    return Arrays.copyOfRange(source, start, end);
  }

  /** The elements that the value consists of. */
  List<Der> children() throws Unusable {
    List<Der> found = new ArrayList<>();
    for (int next = value; next < end; next = found.get(found.size() - 1).end) {
      found.add(at(source, next, end));
    }
    return found;
  }

  /** The child of that place, counted from 0. */
  Der child(int index) throws Unusable {
    List<Der> all = children();
    if (index >= all.size()) {
      throw new Unusable("a DER element is absent");
    }
    return all.get(index);
  }

  private static Der at(byte[] bytes, int start, int limit) throws Unusable {
    if (limit - start < 2 || (bytes[start] & 0x1f) == 0x1f) {
      throw new Unusable("not DER");
    }
    int first = bytes[start + 1] & 0xff;
    int value = start + 2;
    long length = first;
    if (first >= 0x80) {
      int count = first & 0x7f;
      if (count < 1 || count > 4 || limit - value < count) {
        throw new Unusable("not DER");
      }
      length = 0;
      for (int i = 0; i < count; i++) {
        length = (length << 8) | (bytes[value++] & 0xff);
      }
    }
    if (length > limit - value) {
      throw new Unusable("DER that is cut off");
    }
    return new Der(bytes, start, value, value + (int) length);
  }
}
