package dk.borgermaaling.gateway.letter;

import java.net.URI;
import java.time.LocalDate;

/**
 * One letter before it is written.
 *
 * @param sender legal name of the municipality
 * @param date Danish civil date
 * @param link the citizen's own link; stands in the QR code alone
 * @param codePage where the code is typed
 * @param code grouped for reading
 */
public record LetterSheet(
    String sender,
    PostalAddress address,
    LocalDate date,
    LetterWords words,
    URI link,
    URI codePage,
    String code) {
  /** Without recipient, link and code: none may reach a log. */
  @Override
  public String toString() {
    return "LetterSheet[" + date + "]";
  }
}
