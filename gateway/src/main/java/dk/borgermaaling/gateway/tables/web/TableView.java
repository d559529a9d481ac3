package dk.borgermaaling.gateway.tables.web;

import dk.borgermaaling.gateway.tables.Column;
import dk.borgermaaling.gateway.tables.DanishDates;
import dk.borgermaaling.gateway.tables.EditableTable;
import dk.borgermaaling.gateway.tables.Gap;
import dk.borgermaaling.gateway.tables.Row;
import dk.borgermaaling.gateway.tables.TableContent;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * A table as of a day.
 *
 * @param day ISO, for the field
 * @param gaps Danish sentences
 */
public record TableView(
    String id,
    String name,
    String about,
    List<String> columns,
    String day,
    String search,
    boolean all,
    List<RowView> rows,
    List<String> gaps) {

  /** When a row holds, seen from a day. */
  public enum When {
    NOW("Gælder"),
    FUTURE("Kommer"),
    PAST("Ophørt");

    private final String text;

    When(String text) {
      this.text = text;
    }

    public String text() {
      return text;
    }
  }

  /**
   * A row as shown.
   *
   * @param query names the row in an address: its key and its first day
   */
  public record RowView(List<String> cells, String from, String lastDay, When when, String query) {
    static RowView of(Row row, List<Column> columns, LocalDate day) {
      LocalDate last = row.period().lastDay();
      return new RowView(
          shown(row.cells(), columns),
          DanishDates.shown(row.period().from()),
          last == null ? "" : DanishDates.shown(last),
          row.period().contains(day)
              ? When.NOW
              : day.isBefore(row.period().from()) ? When.FUTURE : When.PAST,
          RowAddress.query(row.ref(columns)));
    }
  }

  static List<String> shown(List<String> cells, List<Column> columns) {
    return IntStream.range(0, Math.min(cells.size(), columns.size()))
        .mapToObj(i -> columns.get(i).shown(cells.get(i)))
        .toList();
  }

  /**
   * The table as of a day.
   *
   * @param search what a shown cell must contain, in small or capital letters
   * @param all whether rows that have ended by the day are shown too
   */
  static TableView of(EditableTable table, LocalDate day, String search, boolean all) {
    List<Column> columns = table.columns();
    TableContent content = table.content();
    String wanted = search.strip().toLowerCase(Locale.ROOT);
    return new TableView(
        table.id(),
        table.name(),
        table.about(),
        columns.stream().map(Column::label).toList(),
        day.toString(),
        search,
        all,
        content.rows().stream()
            .map(row -> RowView.of(row, columns, day))
            .filter(row -> all || row.when() != When.PAST)
            .filter(row -> matches(row, wanted))
            .toList(),
        gaps(content.rows(), columns));
  }

  private static boolean matches(RowView row, String wanted) {
    return wanted.isEmpty()
        || row.cells().stream().anyMatch(cell -> cell.toLowerCase(Locale.ROOT).contains(wanted));
  }

  static List<String> gaps(List<Row> rows, List<Column> columns) {
    return Gap.of(rows, columns).stream().map(TableView::sentence).toList();
  }

  static String sentence(Gap gap) {
    return "%s har ingen række fra %s til og med %s."
        .formatted(
            String.join(" ", gap.key()),
            DanishDates.shown(gap.from()),
            DanishDates.shown(gap.to().minusDays(1)));
  }
}
