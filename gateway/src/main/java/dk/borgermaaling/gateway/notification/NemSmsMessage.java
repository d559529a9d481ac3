package dk.borgermaaling.gateway.notification;

import dk.borgermaaling.gateway.invitation.Channel;
import dk.borgermaaling.gateway.kernel.Cvr;
import dk.borgermaaling.gateway.kernel.Recipient;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * A text message: a MeMo with a header and no body. It carries no link and nothing sensitive,
 * because it stands on a lock screen and comes from a number that anybody could pretend to have.
 *
 * @param messageId our own reference, {@code <invitation>/<step>}
 * @param label the subject, which is not shown on a phone
 * @param notification the text, at most 150 characters (MeMo 1.1)
 */
public record NemSmsMessage(
    UUID messageUuid,
    UUID transactionId,
    String messageId,
    Cvr senderCvr,
    String senderName,
    Recipient.Person recipient,
    String label,
    String notification)
    implements OutgoingMessage {
  private static final int TEXT = 150;
  private static final Pattern LINK =
      Pattern.compile("://|\\bwww\\.|\\b[a-z0-9-]+\\.(dk|com|net|org|eu)\\b");

  @Override
  public Channel channel() {
    return Channel.NEMSMS;
  }

  @Override
  public Optional<String> defect() {
    return MemoLimits.identifiers(messageUuid, transactionId)
        .or(() -> MemoLimits.names(messageId, label, senderName))
        .or(() -> MemoLimits.within(notification, TEXT, "the text message"))
        .or(
            () ->
                LINK.matcher(notification.toLowerCase(Locale.ROOT)).find()
                    ? Optional.of("a text message must not carry a link")
                    : Optional.empty())
        .or(() -> MemoLimits.characters(label + notification + senderName));
  }

  /** Without recipient: it may not reach a log. */
  @Override
  public String toString() {
    return "NemSmsMessage[" + messageUuid + "]";
  }
}
