package dk.borgermaaling.gateway.letter;

import dk.borgermaaling.gateway.tables.Column;
import dk.borgermaaling.gateway.tables.Column.Option;
import dk.borgermaaling.gateway.tables.Row;
import java.util.List;
import java.util.regex.Pattern;

/** The table of terms as operators edit it: its words, its columns and its rules. */
public final class LetterTable {
  public static final String ID = "letter-terms";
  public static final String LABEL = "Breve på papir";
  public static final String ABOUT =
      "Hvilke kommuner der sender breve på papir, hvad et brev koster, og hvad breve højst må koste"
          + " i en kalendermåned. En kommune uden række sender ingen breve.";

  private static final List<Option> YES_OR_NO =
      List.of(new Option("true", "ja"), new Option("false", "nej"));

  private LetterTable() {}

  public static List<Column> columns() {
    return List.of(
        Column.key("municipality", "Kommunekode", "0[0-9]{3}", "fire cifre, det første 0"),
        Column.value("priceOre", "Pris for et brev i øre", "[1-9][0-9]{0,5}", "et helt tal fra 1"),
        Column.value("monthOre", "Højst om måneden i øre", "[1-9][0-9]{0,8}", "et helt tal fra 1"),
        new Column(
            "shipmentType",
            "Forsendelsestype hos printleverandøren",
            false,
            false,
            Pattern.compile("[1-9][0-9]{0,8}"),
            "et helt tal fra 1, eller tom, når systemets egen gælder",
            List.of()),
        Column.value("protectedToo", "Også til beskyttede borgere", YES_OR_NO));
  }

  /** A budget that not even one letter fits in is a mistake. */
  public static List<String> problemsOf(List<Row> rows) {
    return rows.stream()
        .filter(row -> Integer.parseInt(row.cells().get(2)) < Integer.parseInt(row.cells().get(1)))
        .map(
            row ->
                "%s må højst bruge mindre om måneden, end et brev koster."
                    .formatted(row.cells().get(0)))
        .toList();
  }
}
