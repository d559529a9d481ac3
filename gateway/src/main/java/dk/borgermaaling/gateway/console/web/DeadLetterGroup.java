package dk.borgermaaling.gateway.console.web;

import dk.borgermaaling.gateway.console.DeadLetterBook.Group;
import dk.borgermaaling.gateway.reporting.web.DanishFigures;

/**
 * A group of letters on the page.
 *
 * @param kept how many pieces can be driven again, in figures; empty when none can
 * @param gone what was deleted because its time was up, in figures; empty when nothing was
 * @param rows address of its rows
 */
public record DeadLetterGroup(
    String reason,
    String municipality,
    String source,
    String name,
    String meaning,
    String remedy,
    String place,
    String system,
    String letters,
    String kept,
    String gone,
    String firstSeen,
    String lastSeen,
    String rows) {
  static DeadLetterGroup of(Group group, String place) {
    DeadLetterReason reason = DeadLetterReason.of(group.reason());
    return new DeadLetterGroup(
        group.reason(),
        group.municipality(),
        group.source(),
        reason.name(),
        reason.meaning(),
        reason.remedy(),
        place,
        Words.source(group.source()),
        DanishFigures.count(group.letters()),
        someOf(group.kept()),
        someOf(group.gone()),
        DanishFigures.time(group.firstSeen()),
        DanishFigures.time(group.lastSeen()),
        new Filter("/console/dead-letters/rows")
            .with("reason", group.reason())
            .with("municipality", group.municipality())
            .with("source", group.source())
            .address());
  }

  private static String someOf(long count) {
    return count == 0 ? "" : DanishFigures.count(count);
  }
}
