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
 * @param channelCode KanalKode as written
 * @param at TransaktionsDatoTid, the sender's own time
 * @param status TransaktionsStatusKode as written
 * @param errorCode FejlKode; an empty FejlDetaljer comes with success and has none
 */
public record PostStatus(
    @Nullable UUID messageUuid,
    @Nullable UUID dispatchId,
    @Nullable UUID transmissionId,
    @Nullable String channelCode,
    Instant at,
    String status,
    @Nullable String errorCode,
    @Nullable String errorText) {

  /** What it tells; empty for a status that nobody has described. */
  public Optional<ReceiptKind> kind() {
    Optional<ReceiptKind> kind = ReceiptKind.of(status);
    return isFault() && kind.filter(ReceiptKind::outweighsAFault).isEmpty()
        ? Optional.of(ReceiptKind.FAILED)
        : kind;
  }

  /** What it means to a notification; empty for a status that we do not act on. */
  public Optional<NotificationEvent> meaning() {
    return kind().flatMap(ReceiptKind::event);
  }

  /**
   * The way that the message went, by KanalKode; empty when it has none or one that is not known.
   * The code of NemSMS is not publicly described; it is taken as KombiValgKode writes it.
   */
  public Optional<Channel> channel() {
    if (channelCode == null) {
      return Optional.empty();
    }
    return switch (channelCode.strip().toLowerCase(Locale.ROOT)) {
      case "digital post" -> Optional.of(Channel.DIGITAL_POST);
      case "fysisk post" -> Optional.of(Channel.LETTER);
      case "nemsms" -> Optional.of(Channel.NEMSMS);
      default -> Optional.empty();
    };
  }

  /**
   * The failure that a failed receipt tells. The codes of Digital Post are dotted words of the
   * receiver's own, those of print are numbers.
   */
  public Failure failure() {
    if (kind().equals(Optional.of(ReceiptKind.RECALLED))) {
      return new Failure(FailureClass.STOPPED, Failure.RECALLED_AT_PRINT);
    }
    String code = errorCode == null ? "no code" : errorCode.strip();
    String words = errorText == null || isOfLetter() ? "" : ": " + errorText.strip();
    return new Failure(kind(code.toLowerCase(Locale.ROOT)), code + words);
  }

  /** A supplier's words may repeat name and address, which are not kept. */
  private boolean isOfLetter() {
    return channel().equals(Optional.of(Channel.LETTER));
  }

  /** A print supplier's number 0 is no fault: its schema has no other way to say that. */
  private boolean isFault() {
    return errorCode != null && !errorCode.strip().matches("0+");
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
