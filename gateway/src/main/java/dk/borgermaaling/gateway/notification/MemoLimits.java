package dk.borgermaaling.gateway.notification;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** What every MeMo must keep (MeMo 1.1 schema); each answers what is wrong, without the content. */
final class MemoLimits {
  /** The longest of most texts. */
  static final int TEXT = 256;

  private static final Pattern NOT_XML =
      Pattern.compile("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

  private MemoLimits() {}

  static Optional<String> identifiers(UUID message, UUID transaction) {
    return message.version() != 4 || transaction.version() != 4
        ? Optional.of("the identifiers must be UUIDs of version 4")
        : Optional.empty();
  }

  static Optional<String> names(String messageId, String label, String sender) {
    return fits(messageId, TEXT) && fits(label, TEXT) && fits(sender, TEXT)
        ? Optional.empty()
        : Optional.of("message id, label and sender must have 1 to 256 characters");
  }

  static Optional<String> within(String text, int longest, String what) {
    return fits(text, longest)
        ? Optional.empty()
        : Optional.of(what + " must have 1 to " + longest + " characters");
  }

  static Optional<String> characters(String texts) {
    return NOT_XML.matcher(texts).find()
        ? Optional.of("a text has a character that XML cannot carry")
        : Optional.empty();
  }

  static boolean fits(String text, int longest) {
    return !text.isBlank() && text.length() <= longest;
  }
}
