package dk.borgermaaling.gateway.survey;

import dk.borgermaaling.gateway.caseevent.CodeSystem;
import dk.borgermaaling.gateway.tables.Column;
import dk.borgermaaling.gateway.tables.Column.Option;
import dk.borgermaaling.gateway.tables.DanishDates;
import dk.borgermaaling.gateway.tables.Period;
import dk.borgermaaling.gateway.tables.Row;
import dk.borgermaaling.gateway.tables.TableContent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The tables of the survey that operators edit: their words, their columns and their rules. */
public enum SurveyTable {
  TARGET_GROUPS(
      "target-groups",
      "Målgruppekoder",
      "Hvilken af undersøgelsens målgrupper en kode fra et fagsystem hører til. En kode uden gruppe"
          + " er kendt, og dens borgere spørges ikke; en kode uden række er ukendt, og hændelsen"
          + " lægges til side.") {
    @Override
    public List<Column> columns(SurveyTables tables) {
      return List.of(
          Column.key("codeSystem", "Kodesystem", CODE_SYSTEMS),
          Column.key(
              "code",
              "Kode",
              "[0-9A-Za-z][0-9A-Za-z./-]{0,19}",
              "højst 20 bogstaver, tal, punktum, skråstreg og bindestreg"),
          Column.optional("surveyGroup", "Undersøgelsens målgruppe", groupOptions(tables)));
    }

    @Override
    List<String> problemsOf(SurveyTables tables) {
      List<String> problems = new ArrayList<>();
      for (Row row : tables.rows(this)) {
        CodeSystem system = CodeSystem.valueOf(row.cells().get(0));
        String code = row.cells().get(1);
        if (!system.writes(code)) {
          problems.add(
              "%s skrives som %s, ikke %s.".formatted(system.name(), system.example(), code));
        }
        problems.addAll(groupProblems(tables, system + " " + code, row.cells().get(2), row));
      }
      return problems;
    }
  },
  TRIGGERS(
      "conversation-triggers",
      "Samtaler, der udløser en invitation",
      "Hvilke typer af samtaler der fører til en invitation i hvilke målgrupper. Typen er DFDG's"
          + " InterviewTypeIdentifier.") {
    @Override
    public List<Column> columns(SurveyTables tables) {
      return List.of(
          Column.key("typeId", "Samtaletype", "[1-9][0-9]{0,2}", "et tal fra 1 til 999"),
          Column.key("surveyGroup", "Undersøgelsens målgruppe", groupOptions(tables)));
    }

    @Override
    List<String> problemsOf(SurveyTables tables) {
      List<String> problems = new ArrayList<>();
      for (Row row : tables.rows(this)) {
        problems.addAll(
            groupProblems(tables, "Samtaletype " + row.cells().get(0), row.cells().get(1), row));
      }
      return problems;
    }
  },
  GROUPS(
      "survey-groups",
      "Undersøgelsens målgrupper",
      "De grupper, som resultaterne vises for: et kort fast id, det danske navn og rækkefølgen.") {
    @Override
    public List<Column> columns(SurveyTables tables) {
      return List.of(
          Column.key("id", "Id", "[a-z]{1,40}", "højst 40 små bogstaver fra a til z"),
          Column.value(
              "name",
              "Navn",
              "[^\\p{Cntrl}=+@-][^\\p{Cntrl}]{0,99}",
              "højst 100 tegn og begynde med et bogstav"),
          Column.value("position", "Rækkefølge", "[1-9][0-9]{0,2}", "et tal fra 1 til 999"));
    }

    @Override
    List<String> problemsOf(SurveyTables tables) {
      List<String> problems = new ArrayList<>(TARGET_GROUPS.problemsOf(tables));
      problems.addAll(TRIGGERS.problemsOf(tables));
      return problems;
    }
  };

  private static final List<Option> CODE_SYSTEMS =
      Arrays.stream(CodeSystem.values())
          .map(system -> new Option(system.name(), system.name()))
          .toList();

  private final String id;
  private final String label;
  private final String about;

  SurveyTable(String id, String label, String about) {
    this.id = id;
    this.label = label;
    this.about = about;
  }

  public static Optional<SurveyTable> byId(String id) {
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

  /** What can be chosen follows from the groups that there are. */
  public abstract List<Column> columns(SurveyTables tables);

  /** What is wrong across the tables. */
  abstract List<String> problemsOf(SurveyTables tables);

  /** What would be wrong across the tables with these rows in place of this table's. */
  public List<String> problemsOf(SurveyTables tables, List<Row> rows) {
    return problemsOf(tables.with(new TableContent(id, rows)));
  }

  /** Groups by id, each once, under the name that it had last. */
  private static List<Option> groupOptions(SurveyTables tables) {
    Map<String, String> names = new LinkedHashMap<>();
    for (Row row : tables.rows(GROUPS)) {
      String group = row.cells().get(0);
      names.put(group, tables.byId(group).map(SurveyGroup::name).orElse(group));
    }
    return names.entrySet().stream()
        .map(entry -> new Option(entry.getKey(), entry.getValue()))
        .toList();
  }

  private static List<String> groupProblems(
      SurveyTables tables, String what, String group, Row row) {
    if (group.isEmpty()) {
      return List.of();
    }
    LocalDate missing = firstDayWithout(tables.periodsOf(group), row.period());
    return missing == null
        ? List.of()
        : List.of(
            "%s hører til gruppen %s, som ikke gælder den %s."
                .formatted(what, group, DanishDates.shown(missing)));
  }

  /** The first day of a period that none of the others has; null when they have it all. */
  private static @Nullable LocalDate firstDayWithout(List<Period> periods, Period period) {
    LocalDate day = period.from();
    while (true) {
      LocalDate from = day;
      Optional<Period> holds = periods.stream().filter(one -> one.contains(from)).findFirst();
      if (holds.isEmpty()) {
        return day;
      }
      LocalDate end = holds.get().to();
      if (end == null || (period.to() != null && !end.isBefore(period.to()))) {
        return null;
      }
      day = end;
    }
  }
}
