package dk.borgermaaling.gateway.selection;

import dk.borgermaaling.gateway.survey.SurveyGroup;
import dk.borgermaaling.gateway.tables.Column;
import dk.borgermaaling.gateway.tables.Column.Option;
import dk.borgermaaling.gateway.tables.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The tables of selection that operators edit: their words, their columns and their rules. */
public enum SelectionTable {
  TERMS(
      "selection-terms",
      "Vilkår for udvælgelsen",
      "På hvilke vilkår en kommune spørger. En kommune uden række spørger på standardvilkårene:"
          + " løbende, efter 4 uger i målgruppen, højst hvert halve år (26 uger), beskyttede borgere"
          + " også, og kun efter en samtale, som kommunen selv har holdt.") {
    @Override
    public List<Column> columns(List<SurveyGroup> groups) {
      return List.of(
          MUNICIPALITY,
          Column.value(
              "mode",
              "Måling",
              List.of(
                  new Option(SamplingMode.CONTINUOUS.name(), "løbende"),
                  new Option(SamplingMode.ROUND.name(), "målerunder"))),
          Column.value("minimumWeeks", "Uger i målgruppen", WEEKS, FROM_0_TO_99),
          Column.value("quarantineWeeks", "Karantæne i uger", WEEKS, FROM_0_TO_99),
          Column.value("asksProtected", "Spørger beskyttede borgere", YES_OR_NO),
          Column.value("needsConversation", "Kræver en samtale med kommunen", YES_OR_NO),
          Column.value("paused", "På pause", YES_OR_NO));
    }
  },
  SAMPLING(
      "sampling",
      "Stikprøver",
      "Hvor mange af en målgruppe en kommune spørger: en andel af dem, som ingen regel stopper, eller"
          + " et antal om måneden (i en målerunde: i alt). En gruppe uden række spørges helt.") {
    @Override
    public List<Column> columns(List<SurveyGroup> groups) {
      return List.of(
          MUNICIPALITY,
          Column.key(
              "surveyGroup",
              "Undersøgelsens målgruppe",
              groups.stream().map(group -> new Option(group.id(), group.name())).toList()),
          optional(
              "percent",
              "Andel i procent",
              "[1-9][0-9]?|100",
              "et helt tal fra 1 til 100, eller tom, når der er et antal"),
          optional(
              "target",
              "Antal",
              "[1-9][0-9]{0,5}",
              "et helt tal fra 1, eller tom, når der er en andel"));
    }

    @Override
    public List<String> problemsOf(List<Row> rows) {
      List<String> problems = new ArrayList<>();
      for (Row row : rows) {
        if (row.cells().get(2).isEmpty() == row.cells().get(3).isEmpty()) {
          problems.add(
              "%s %s skal have enten en andel eller et antal."
                  .formatted(row.cells().get(0), row.cells().get(1)));
        }
      }
      return problems;
    }
  };

  private static final Column MUNICIPALITY =
      Column.key("municipality", "Kommunekode", "0[0-9]{3}", "fire cifre, det første 0");
  private static final String WEEKS = "[0-9]{1,2}";
  private static final String FROM_0_TO_99 = "et helt tal fra 0 til 99";
  private static final List<Option> YES_OR_NO =
      List.of(new Option("true", "ja"), new Option("false", "nej"));

  private final String id;
  private final String label;
  private final String about;

  SelectionTable(String id, String label, String about) {
    this.id = id;
    this.label = label;
    this.about = about;
  }

  private static Column optional(String id, String label, String pattern, String expects) {
    return new Column(id, label, false, false, Pattern.compile(pattern), expects, List.of());
  }

  public static Optional<SelectionTable> byId(String id) {
    return Arrays.stream(values()).filter(table -> table.id.equals(id)).findFirst();
  }

  public String id() {
    return id;
  }

  public String label() {
    return label;
  }

  public String about() {
    return about;
  }

  /**
   * The columns.
   *
   * @param groups that can be chosen
   */
  public abstract List<Column> columns(List<SurveyGroup> groups);

  /** What is wrong beyond cells, keys and periods; Danish sentences. */
  public List<String> problemsOf(List<Row> rows) {
    return List.of();
  }
}
