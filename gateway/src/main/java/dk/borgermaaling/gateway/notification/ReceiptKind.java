package dk.borgermaaling.gateway.notification;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a receipt tells: every TransaktionsStatusKode that is known, of Digital Post and of print.
 * docs/notification-states.md shows the same table. Two codes may tell the same.
 */
public enum ReceiptKind {
  RECEIVED("Modtaget Digital Post", NotificationEvent.RECEIPT_RECEIVED),
  DELIVERED("Afleveret Digital Post", NotificationEvent.RECEIPT_DELIVERED),
  FAILED("Fejlet", NotificationEvent.RECEIPT_FAILED),
  /** The print supplier has been handed the letter. */
  PRINT_SENT("Afsendt", NotificationEvent.RECEIPT_RECEIVED),
  PRINT_RECEIVED("Modtaget Fjern-print", NotificationEvent.RECEIPT_RECEIVED),
  PRINT_READY("Klar", NotificationEvent.RECEIPT_RECEIVED),
  /**
   * Handed to print and enveloping. The last that two of three suppliers ever tell: the letter is
   * as good as gone, but nobody says that the post has it, so it is not delivered and not overdue.
   */
  PRINTED("Afleveret til print og kuvertering", NotificationEvent.RECEIPT_RECEIVED),
  /** Handed to the postal operator. */
  POSTED("Modtaget Post Danmark", NotificationEvent.RECEIPT_DELIVERED),
  /** Somebody has recalled the letter at the print supplier before it was posted. */
  RECALLED("Tilbagekaldt", NotificationEvent.RECEIPT_FAILED),
  /**
   * Return mail, a change of address, a proof of receipt: noted, and undoes nothing. Which of them
   * it is stands in a code that is not publicly described.
   */
  AFTERWARDS("Opdatering fra Post Danmark", null);

  private final String code;
  private final @Nullable NotificationEvent event;

  ReceiptKind(String code, @Nullable NotificationEvent event) {
    this.code = code;
    this.event = event;
  }

  /** TransaktionsStatusKode as the sender writes it. */
  public String code() {
    return code;
  }

  /** What it is to a notification; empty when it changes none. */
  public Optional<NotificationEvent> event() {
    return Optional.ofNullable(event);
  }

  /** Whether a code of a fault beside it, which says why, makes no failure of it. */
  boolean outweighsAFault() {
    return this == RECALLED || this == AFTERWARDS;
  }

  /** Upper and lower case and white space around it do not matter; an unknown code is none. */
  static Optional<ReceiptKind> of(String code) {
    String wanted = code.strip().toLowerCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(kind -> kind.code.toLowerCase(Locale.ROOT).equals(wanted))
        .findFirst();
  }

  /** The name as written in docs/notification-states.md. */
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
