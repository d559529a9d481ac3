package dk.borgermaaling.kmd;

import dk.borgermaaling.gateway.caseevent.EventSource;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.UUID;

/**
 * Ids of polled events: UUID version 5 (RFC 9562, section 5.5) of source, municipality, entity and
 * version, so that the same difference seen twice, or by two nodes, is one event.
 */
final class EventIds {
  /** Fixed for ever: another namespace would make every known event new. */
  static final UUID NAMESPACE = UUID.fromString("5b0c4a0e-7d6f-5c1c-9a83-3f1f0c6a5d21");

  private EventIds() {}

  static UUID of(EventSource source, MunicipalityCode municipality, String entity, int version) {
    return version5(
        NAMESPACE, String.join("/", source.name(), municipality.value(), entity, "" + version));
  }

  static UUID version5(UUID namespace, String name) {
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
