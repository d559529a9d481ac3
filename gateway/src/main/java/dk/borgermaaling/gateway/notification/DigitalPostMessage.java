package dk.borgermaaling.gateway.notification;

import dk.borgermaaling.gateway.invitation.Channel;
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
    Instant createdAt)
    implements OutgoingMessage {
  private static final int NOTIFICATION = 150;
  private static final Pattern BAD_IN_FILE_NAME =
      Pattern.compile("[<>:\"/\\\\|?*\\r\\n\\u00A0\\u2000-\\u200A\\u2028\\u205F\\u2060\\u3000]");

  @Override
  public Channel channel() {
    return Channel.DIGITAL_POST;
  }

  @Override
  public Optional<String> defect() {
    return MemoLimits.identifiers(messageUuid, transactionId)
        .or(() -> MemoLimits.names(messageId, label, senderName))
        .or(() -> MemoLimits.within(notification, NOTIFICATION, "the notification"))
        .or(this::badDocument)
        .or(() -> MemoLimits.characters(label + notification + senderName + actionLabel + html));
  }

  private Optional<String> badDocument() {
    if (!MemoLimits.fits(fileName, MemoLimits.TEXT)
        || fileName.endsWith(".")
        || BAD_IN_FILE_NAME.matcher(fileName).find()) {
      return Optional.of("the file name has a character that Digital Post refuses");
    }
    if (!"https".equals(link.getScheme())
        || link.getHost() == null
        || link.toString().length() > MemoLimits.TEXT) {
      return Optional.of("the link must be absolute, https and at most 256 characters");
    }
    if (html.isBlank() || !MemoLimits.fits(actionLabel, MemoLimits.TEXT)) {
      return Optional.of("the document and its action must not be empty");
    }
    return Optional.empty();
  }

  /** Without recipient and link: neither may reach a log. */
  @Override
  public String toString() {
    return "DigitalPostMessage[" + messageUuid + "]";
  }
}
