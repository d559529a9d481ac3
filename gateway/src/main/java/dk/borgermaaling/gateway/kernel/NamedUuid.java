package dk.borgermaaling.gateway.kernel;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.UUID;

/**
 * UUID version 5 (RFC 9562, section 5.5): the same for the same namespace and name, so that the
 * same thing told twice, or found by two nodes, has one id.
 */
public final class NamedUuid {
  private NamedUuid() {}

  public static UUID version5(UUID namespace, String name) {
    ByteBuffer text =
        ByteBuffer.allocate(Long.BYTES * 2)
            .putLong(namespace.getMostSignificantBits())
            .putLong(namespace.getLeastSignificantBits());
    byte[] hash = sha1(text.array(), name.getBytes(StandardCharsets.UTF_8));
    hash[6] = (byte) ((hash[6] & 0x0f) | 0x50);
    hash[8] = (byte) ((hash[8] & 0x3f) | 0x80);
    ByteBuffer first = ByteBuffer.wrap(Arrays.copyOf(hash, Long.BYTES * 2));
    return new UUID(first.getLong(), first.getLong());
  }

  /** SHA-1 is what version 5 is made of; nothing is protected by it. */
  private static byte[] sha1(byte[] namespace, byte[] name) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-1");
      digest.update(namespace);
      return digest.digest(name);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-1", e);
    }
  }
}
