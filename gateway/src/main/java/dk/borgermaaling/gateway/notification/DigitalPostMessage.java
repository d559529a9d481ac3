package dk.borgermaaling.gateway.notification;

import dk.borgermaaling.gateway.kernel.Cvr;
import dk.borgermaaling.gateway.kernel.Recipient;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * One message as MeMo will carry it. {@link #defect} checks what the MeMo 1.1 schema and the rules
 * of November 2024 (digitaliser.dk, Øget validering i Digital Post) ask, because the post component
 * takes a message that breaks them and fails it later.
 *
 * @param transactionId travels in the header {@code x-TransaktionsId}
 * @param messageId our own reference, {@code <invitation>/<step>}
 * @param label the subject
 * @param notification the text of the advice that a mailbox may send on
 * @param html the main document
 * @param createdAt real time
 */
public record DigitalPostMessage(
    UUID messageUuid,
    UUID transactionId,
    String messageId,
    Cvr senderCvr,
    String senderName,
    Recipient recipient,
    String label,
    String notification,
    String html,
    String fileName,
    String actionLabel,
    URI link,
    Instant createdAt) {
  private static final int LABEL = 256;
  private static final int NOTIFICATION = 150;
  private static final Pattern BAD_IN_FILE_NAME =
      Pattern.compile("[<>:\"/\\\\|?*\\r\\n\\u00A0\\u2000-\\u200A\\u2028\\u205F\\u2060\\u3000]");
  private static final Pattern NOT_XML =
      Pattern.compile("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

  /** What is wrong with the message, without any of its content; empty when it may be sent. */
  public Optional<String> defect() {
    if (messageUuid.version() != 4 || transactionId.version() != 4) {
      return Optional.of("the identifiers must be UUIDs of version 4");
    }
    if (!fits(messageId, LABEL) || !fits(label, LABEL) || !fits(senderName, LABEL)) {
      return Optional.of("message id, label and sender must have 1 to 256 characters");
    }
    if (!fits(notification, NOTIFICATION)) {
      return Optional.of("the notification must have 1 to 150 characters");
    }
    if (!fits(fileName, LABEL)
        || fileName.endsWith(".")
        || BAD_IN_FILE_NAME.matcher(fileName).find()) {
      return Optional.of("the file name has a character that Digital Post refuses");
    }
    if (!"https".equals(link.getScheme())
        || link.getHost() == null
        || link.toString().length() > LABEL) {
      return Optional.of("the link must be absolute, https and at most 256 characters");
    }
    if (html.isBlank() || !fits(actionLabel, LABEL)) {
      return Optional.of("the document and its action must not be empty");
    }
    return NOT_XML.matcher(label + notification + senderName + actionLabel + html).find()
        ? Optional.of("a text has a character that XML cannot carry")
        : Optional.empty();
  }

  /** Without recipient and link: neither may reach a log. */
  @Override
  public String toString() {
    return "DigitalPostMessage[" + messageUuid + "]";
  }

  private static boolean fits(String text, int longest) {
    return !text.isBlank() && text.length() <= longest;
  }
}
