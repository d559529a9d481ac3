package dk.borgermaaling.gateway.console.web;

import dk.borgermaaling.gateway.reporting.web.DanishFigures;
import dk.borgermaaling.gateway.selection.Round;
import dk.borgermaaling.gateway.selection.RoundBook.Overview;
import dk.borgermaaling.gateway.tables.DanishDates;

/**
 * A round in the list.
 *
 * @param releasable by whoever looks at it
 */
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
    String plannedBy,
    String releasedBy,
    boolean releasable) {
  static RoundRow of(Overview overview, String place, String viewer) {
    Round round = overview.round();
    String by = overview.plannedBy();
    String releasedBy = overview.releasedBy();
    boolean planned = round.state() == Round.State.PLANNED;
    return new RoundRow(
        round.id().toString(),
        place,
        DanishDates.shown(round.referenceDate()),
        planned && releasedBy == null ? "Venter på frigivelse" : state(round.state()),
        planned,
        DanishFigures.count(overview.population()),
        DanishFigures.count(overview.asked()),
        DanishFigures.count(overview.notDrawn()),
        DanishFigures.count(overview.stopped()),
        by == null ? "" : by,
        releasedBy == null ? "" : releasedBy,
        planned && releasedBy == null && by != null && !by.equals(viewer));
  }

  private static String state(Round.State state) {
    return switch (state) {
      case PLANNED -> "Frigivet";
      case FREEZING -> "Populationen læses";
      case FROZEN -> "Der inviteres";
      case DONE -> "Færdig";
    };
  }
}
