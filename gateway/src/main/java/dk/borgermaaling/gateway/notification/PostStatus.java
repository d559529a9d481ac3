package dk.borgermaaling.gateway.notification;

import dk.borgermaaling.gateway.invitation.Channel;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a {@code PKO_PostStatus} says. Each identifier is absent when the receipt has none or one
 * that is no UUID.
 *
 * @param dispatchId AfsendelseIdentifikator
 * @param transmissionId TransmissionId, else CorrelationId
 * @param at TransaktionsDatoTid, the sender's own time
 * @param status TransaktionsStatusKode as written
 * @param errorCode FejlKode; an empty FejlDetaljer comes with success and has none
 */
public record PostStatus(
    @Nullable UUID messageUuid,
    @Nullable UUID dispatchId,
    @Nullable UUID transmissionId,
    Instant at,
    String status,
    @Nullable String errorCode,
    @Nullable String errorText) {

  /** What it means to a notification; empty for a status that we do not act on. */
  public Optional<NotificationEvent> meaning() {
    if (errorCode != null) {
      return Optional.of(NotificationEvent.RECEIPT_FAILED);
    }
    return switch (status.strip().toLowerCase(Locale.ROOT)) {
      case "modtaget digital post" -> Optional.of(NotificationEvent.RECEIPT_RECEIVED);
      case "afleveret digital post" -> Optional.of(NotificationEvent.RECEIPT_DELIVERED);
      case "fejlet" -> Optional.of(NotificationEvent.RECEIPT_FAILED);
      default -> Optional.empty();
    };
  }

  /** The way that the message went, as far as the status tells. */
  public Optional<Channel> channel() {
    return status.strip().toLowerCase(Locale.ROOT).endsWith("digital post")
        ? Optional.of(Channel.DIGITAL_POST)
        : Optional.empty();
  }

  /** The failure that a failed receipt tells; codes are dotted words of the receiver's own. */
  public Failure failure() {
    String code = errorCode == null ? "no code" : errorCode.strip();
    String words = errorText == null ? "" : ": " + errorText.strip();
    return new Failure(kind(code.toLowerCase(Locale.ROOT)), code + words);
  }

  private static FailureClass kind(String code) {
    String family = code.contains(".") ? code.substring(0, code.indexOf('.')) : code;
    return switch (family) {
      case "memo", "file", "document", "attachment", "virus" -> FailureClass.CONTENT;
      case "recipient", "contact", "mailbox" -> FailureClass.RECIPIENT;
      case "sender", "system" -> FailureClass.CONFIGURATION;
      default -> FailureClass.OTHER;
    };
  }
}
