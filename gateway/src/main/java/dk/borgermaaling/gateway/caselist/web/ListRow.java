package dk.borgermaaling.gateway.caselist.web;

import dk.borgermaaling.gateway.caselist.CaseList;
import dk.borgermaaling.gateway.caselist.Counts;
import dk.borgermaaling.gateway.reporting.web.DanishFigures;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * An uploaded list as a row.
 *
 * @param path of its own page
 * @param address where it goes on
 */
public record ListRow(
    String uploaded,
    String by,
    String place,
    String kind,
    String rows,
    String state,
    String events,
    String path,
    String address) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("dd-MM-yyyy HH:mm", Locale.ROOT)
          .withZone(ZoneId.of("Europe/Copenhagen"));

  /** The rows in words. */
  public String rowsText() {
    return rowsText(rows);
  }

  static String rowsText(String rows) {
    return rows + (rows.equals("1") ? " række" : " rækker");
  }

  static ListRow of(CaseList list, String place) {
    String path = ListsResource.PATH + "/" + list.id();
    return new ListRow(
        TIME.format(list.uploadedAt()),
        list.uploadedBy(),
        place,
        list.kind().name(),
        DanishFigures.count(list.rows()),
        Danish.state(list.state()),
        DanishFigures.count(
            list.counts().of(Counts.Name.NEW) + list.counts().of(Counts.Name.CORRECTED)),
        path,
        list.isOpen() ? path + (list.columns() == null ? "/columns" : "/preview") : path);
  }
}
