package dk.borgermaaling.gateway.edge.httpsig;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The bytes of a message's content, as they travelled. Its text form never shows them. */
public final class Content {
  /** Of a message without a body. */
  public static final Content NONE = new Content(new byte[0]);

  private final byte[] bytes;

  private Content(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Takes the array as it is: nobody may write to it afterwards. */
  public static Content of(byte[] bytes) {
    return new Content(bytes);
  }

  public boolean isEmpty() {
    return bytes.length == 0;
  }

  /** Digest of the bytes; the algorithm's name is the JDK's. */
  byte[] digest(String algorithm) {
    try {
      return MessageDigest.getInstance(algorithm).digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256 and SHA-512", e);
    }
  }

  @Override
  public String toString() {
    return bytes.length + " bytes";
  }
}
