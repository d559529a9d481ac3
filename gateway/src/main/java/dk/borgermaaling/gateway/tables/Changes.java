package dk.borgermaaling.gateway.tables;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What changes make of a table: a pure function of the table, the changes and the day. */
final class Changes {
  private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
  private static final LocalDate LATEST = LocalDate.of(2199, 12, 31);

  private final EditableTable table;
  private final List<Column> columns;
  private final LocalDate today;
  private final Map<RowRef, Row> rows = new HashMap<>();
  private final Set<RowRef> touched = new HashSet<>();
  private final List<Row> result;
  private final List<TableProblem> problems = new ArrayList<>();
  private @Nullable LocalDate firstDay;
  private @Nullable LocalDate lastBegin;
  private int step;

  private Changes(EditableTable table, TableContent now, LocalDate today) {
    this.table = table;
    this.columns = table.columns();
    this.today = today;
    this.result = new ArrayList<>(now.rows());
    now.rows().forEach(row -> rows.put(row.ref(columns), row));
  }

  static Outcome of(EditableTable table, TableContent now, List<Change> changes, LocalDate today) {
    Changes made = new Changes(table, now, today);
    changes.forEach(made::make);
    made.step = 0;
    if (changes.isEmpty()) {
      made.refuse("Forslaget indeholder ingen ændringer.");
    }
    if (made.problems.isEmpty()) {
      made.checkWhole();
    }
    TableContent content =
        made.problems.isEmpty() ? TableContent.of(now.table(), made.result, made.columns) : now;
    TableDiff diff = TableDiff.between(now, content);
    if (made.problems.isEmpty() && diff.isEmpty()) {
      made.refuse("Ændringerne efterlader tabellen, som den er.");
    }
    return new Outcome(
        content,
        diff,
        made.touchesPast(),
        made.broughtForward(),
        made.problems,
        Gap.of(content.rows(), made.columns));
  }

  private void make(Change change) {
    step++;
    if (change instanceof Change.Add add) {
      add(add.cells(), add.period());
    } else if (change instanceof Change.End end) {
      take(end.row()).ifPresent(row -> end(row, end.to()));
    } else if (change instanceof Change.Replace replace) {
      take(replace.row()).ifPresent(row -> replace(row, replace));
    }
  }

  private void add(List<String> cells, Period period) {
    if (isRight(cells) && isRight(period)) {
      result.add(new Row(cells, period));
      differs(period.from(), period.to());
    }
  }

  private void end(Row row, @Nullable LocalDate to) {
    Period period = new Period(row.period().from(), to);
    if (to != null && to.isBefore(row.period().from())) {
      refuse("Rækken kan ikke slutte, før den begynder.");
      return;
    }
    result.remove(row);
    if (!period.isEmpty()) {
      if (!isRight(period)) {
        return;
      }
      result.add(row.in(period));
    }
    LocalDate before = row.period().to();
    if (before == null || to == null || !before.equals(to)) {
      differs(earlier(before, to), later(before, to));
    }
  }

  private void replace(Row row, Change.Replace replace) {
    Period old = row.period();
    Period from = replace.period();
    if (!isRight(replace.cells()) || !isRight(from)) {
      return;
    }
    if (!new Row(replace.cells(), from).key(columns).equals(row.key(columns))) {
      refuse("Nøglen kan ikke ændres: afslut rækken, og tilføj en ny.");
    } else if (from.from().isBefore(old.from()) || !old.contains(from.from())) {
      refuse("De nye værdier skal begynde på en dag, hvor rækken gælder.");
    } else {
      result.remove(row);
      Period rest = new Period(old.from(), from.from());
      if (!rest.isEmpty()) {
        result.add(row.in(rest));
      }
      result.add(new Row(replace.cells(), from));
      boolean sameCells = row.cells().equals(replace.cells());
      differs(sameCells ? earlier(old.to(), from.to()) : from.from(), later(old.to(), from.to()));
    }
  }

  private void checkWhole() {
    Keyed.of(result, columns)
        .forEach(
            (key, periods) -> {
              for (int i = 1; i < periods.size(); i++) {
                if (periods.get(i - 1).overlaps(periods.get(i))) {
                  refuse(
                      "To rækker for %s gælder på samme dag (%s)."
                          .formatted(
                              String.join(" ", key), DanishDates.shown(periods.get(i).from())));
                }
              }
            });
    if (problems.isEmpty()) {
      List<String> wrong = new ArrayList<>(table.problemsOf(result));
      wrong.removeAll(table.problemsOf(List.copyOf(rows.values()))); // nobody's doing here
      wrong.stream().distinct().forEach(this::refuse);
    }
  }

  private Optional<Row> take(RowRef ref) {
    Row row = rows.get(ref);
    if (row == null) {
      refuse("Rækken findes ikke længere i tabellen.");
    } else if (!touched.add(ref)) {
      refuse("Rækken ændres to gange i samme forslag.");
      return Optional.empty();
    }
    return Optional.ofNullable(row);
  }

  private boolean isRight(List<String> cells) {
    if (cells.size() != columns.size()) {
      refuse("Rækken skal have " + columns.size() + " felter.");
      return false;
    }
    boolean right = true;
    for (int i = 0; i < cells.size(); i++) {
      Optional<String> problem = columns.get(i).problemOf(cells.get(i));
      problem.ifPresent(this::refuse);
      right &= problem.isEmpty();
    }
    return right;
  }

  private boolean isRight(Period period) {
    LocalDate to = period.to();
    if (period.from().isBefore(EARLIEST) || (to == null ? period.from() : to).isAfter(LATEST)) {
      refuse("Datoer skal ligge fra 1900 til 2199.");
      return false;
    }
    if (period.isEmpty()) {
      refuse("Rækken skal gælde mindst én dag.");
      return false;
    }
    return true;
  }

  /** Notes that days from one on, up to another, are told of differently; null is no end. */
  private void differs(@Nullable LocalDate from, @Nullable LocalDate to) {
    if (from != null && (to == null || from.isBefore(to))) {
      firstDay = earlier(firstDay, from);
      lastBegin = lastBegin == null || lastBegin.isBefore(from) ? from : lastBegin;
    }
  }

  private boolean touchesPast() {
    return firstDay != null && firstDay.isBefore(today);
  }

  private @Nullable LocalDate broughtForward() {
    return firstDay != null && firstDay.isAfter(today) ? lastBegin : null;
  }

  private void refuse(String text) {
    problems.add(new TableProblem(step, text));
  }

  private static @Nullable LocalDate earlier(@Nullable LocalDate one, @Nullable LocalDate other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.isBefore(other) ? one : other;
  }

  private static @Nullable LocalDate later(@Nullable LocalDate one, @Nullable LocalDate other) {
    return one == null || other == null ? null : one.isAfter(other) ? one : other;
  }
}
