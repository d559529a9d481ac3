package dk.borgermaaling.gateway.console.web;

import dk.borgermaaling.gateway.reporting.web.DanishFigures;
import dk.borgermaaling.gateway.selection.Round;
import dk.borgermaaling.gateway.selection.RoundBook.Overview;

/** A round in the list. */
public record RoundRow(
    String id,
    String place,
    String referenceDate,
    String state,
    boolean planned,
    String population,
    String asked,
    String notDrawn,
    String stopped,
    String plannedBy) {
  static RoundRow of(Overview overview, String place) {
    Round round = overview.round();
    String by = overview.plannedBy();
    return new RoundRow(
        round.id().toString(),
        place,
        round.referenceDate().toString(),
        state(round.state()),
        round.state() == Round.State.PLANNED,
        DanishFigures.count(overview.population()),
        DanishFigures.count(overview.asked()),
        DanishFigures.count(overview.notDrawn()),
        DanishFigures.count(overview.stopped()),
        by == null ? "" : by);
  }

  private static String state(Round.State state) {
    return switch (state) {
      case PLANNED -> "Planlagt";
      case FREEZING -> "Populationen læses";
      case FROZEN -> "Der inviteres";
      case DONE -> "Færdig";
    };
  }
}
