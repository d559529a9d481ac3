package dk.borgermaaling.gateway.console.web;

import dk.borgermaaling.gateway.console.DeadLetterBook.Letter;
import dk.borgermaaling.gateway.reporting.web.DanishFigures;

/**
 * A letter on the page.
 *
 * @param entity the stored id, for the form that closes the letter; empty when it may not be shown
 * @param shown the id as it is read
 * @param content what is left of what was told
 */
public record DeadLetterRow(
    String reason,
    String municipality,
    String source,
    String entity,
    String shown,
    String name,
    String detail,
    String place,
    String system,
    String times,
    String content,
    String firstSeen,
    String lastSeen) {
  static DeadLetterRow of(Letter letter, String place) {
    String shown = EntityId.shown(letter.entity());
    return new DeadLetterRow(
        letter.reason(),
        letter.municipality(),
        letter.source(),
        shown.equals(letter.entity()) ? letter.entity() : "",
        shown,
        DeadLetterReason.of(letter.reason()).name(),
        letter.detail(),
        place,
        Words.source(letter.source()),
        DanishFigures.count(letter.times()),
        content(letter),
        DanishFigures.time(letter.firstSeen()),
        DanishFigures.time(letter.lastSeen()));
  }

  private static String content(Letter letter) {
    if (letter.kept() > 0) {
      return "Gemt, kan prøves igen";
    }
    return letter.gone() > 0 ? "Slettet, da tiden var gået: skal sendes igen" : "Hentes igen";
  }
}
