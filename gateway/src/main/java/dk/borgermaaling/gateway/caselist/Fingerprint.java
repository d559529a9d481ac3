package dk.borgermaaling.gateway.caselist;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/**
 * By what a list was read, as one hash: a yes counts for the columns and words that were looked at.
 */
final class Fingerprint {
  private Fingerprint() {}

  /** SHA-256 in hex; the same for the same columns and words in whatever order. */
  static String of(ColumnMapping columns, WordMapping words) {
    MessageDigest digest = sha256();
    add(digest, columns.texts());
    new TreeMap<>(words.meanings())
        .forEach(
            (field, meanings) -> {
              add(digest, field.name());
              add(digest, meanings);
            });
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void add(MessageDigest digest, Map<String, String> texts) {
    new TreeMap<>(texts)
        .forEach(
            (name, value) -> {
              add(digest, name);
              add(digest, value);
            });
    digest.update((byte) 1);
  }

  /** No text of a list or a form has a NUL that reaches so far, so that two never run together. */
  private static void add(MessageDigest digest, String text) {
    digest.update(text.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) 0);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
