package dk.borgermaaling.liberty;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;

/** The dashboard of a municipality and a group, as somebody reads it. */
final class DashboardPage {
  private final Document page;

  DashboardPage(Document page) {
    this.page = page;
  }

  /**
   * A cell that is shown.
   *
   * @param index 0 to 100
   * @param mean 1 to 5; absent where the table has the index alone
   * @param thin whether it is marked "lavt datagrundlag"
   */
  record Seen(BigDecimal index, Optional<BigDecimal> mean, boolean thin) {}

  /** A row of the table of themes; what is hidden is empty. */
  record ThemeRow(
      Optional<Seen> own,
      Optional<Seen> nation,
      Optional<BigDecimal> difference,
      Optional<BigDecimal> people) {}

  /**
   * A row of the table of turnout; what is hidden is empty.
   *
   * @param answered for example {@code 12 af 30}
   * @param percent with the mark where it is thin, for example {@code 40,0 % *}
   */
  record TurnoutRow(Optional<String> answered, Optional<String> percent, Optional<String> nation) {}

  /** Names of the groups by their id. */
  Map<String, String> groups() {
    Map<String, String> names = new LinkedHashMap<>();
    page.select("#group option")
        .forEach(option -> names.put(option.attr("value"), option.text().strip()));
    names.remove("ALL");
    return names;
  }

  /** In the order of the questionnaire. */
  List<ThemeRow> themes() {
    return rows("themes-heading").stream()
        .map(row -> row.select("td"))
        .map(
            cells ->
                new ThemeRow(
                    seen(cells.get(0)),
                    seen(cells.get(1)),
                    number(cells.get(2)),
                    number(cells.get(3))))
        .toList();
  }

  /** By the group's name; the themes in their order, and all themes last. */
  Map<String, List<Optional<Seen>>> groupsAndThemes() {
    Map<String, List<Optional<Seen>>> table = new LinkedHashMap<>();
    for (Element row : rows("groups-heading")) {
      table.put(name(row), row.select("td").stream().map(DashboardPage::seen).toList());
    }
    return table;
  }

  /** By the group's name. */
  Map<String, TurnoutRow> turnout() {
    Map<String, TurnoutRow> table = new LinkedHashMap<>();
    for (Element row : rows("turnout-heading")) {
      Elements cells = row.select("td");
      table.put(
          name(row), new TurnoutRow(text(cells.get(0)), text(cells.get(1)), text(cells.get(2))));
    }
    return table;
  }

  /** What the figures are of: municipality, group, mode and weeks. */
  String shown() {
    return page.expectFirst(".eyebrow").text();
  }

  /** Of the chosen group, as the key figures have it: how many answered. */
  Optional<String> responses() {
    return text(page.expectFirst("dl.key-figures dt:contains(Besvarelser) + dd"));
  }

  private List<Element> rows(String heading) {
    return page.select("section[aria-labelledby=" + heading + "] table.figures tbody tr");
  }

  private static String name(Element row) {
    return row.expectFirst("th").text().strip();
  }

  private static Optional<Seen> seen(Element cell) {
    return number(cell)
        .map(
            index ->
                new Seen(
                    index,
                    cell.select("span.mean").stream()
                        .findFirst()
                        .map(mean -> decimal(mean.ownText())),
                    !cell.select(".thin").isEmpty()));
  }

  private static Optional<BigDecimal> number(Element cell) {
    return isHidden(cell) ? Optional.empty() : Optional.of(decimal(cell.ownText()));
  }

  /** Without what is only said and not seen. */
  private static Optional<String> text(Element cell) {
    if (isHidden(cell)) {
      return Optional.empty();
    }
    Element seen = cell.clone();
    seen.select(".sr-only").remove();
    return Optional.of(seen.text().replace('\u00a0', ' ').strip());
  }

  private static boolean isHidden(Element cell) {
    return cell.select(".sr-only").stream().anyMatch(said -> said.text().equals("vises ikke"));
  }

  /** Of {@code −0,3}, {@code +4,2} or {@code 1.234}. */
  private static BigDecimal decimal(String text) {
    return new BigDecimal(text.strip().replace(".", "").replace(',', '.').replace('\u2212', '-'));
  }
}
