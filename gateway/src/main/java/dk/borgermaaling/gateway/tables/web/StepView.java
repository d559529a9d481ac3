package dk.borgermaaling.gateway.tables.web;

import dk.borgermaaling.gateway.tables.Change;
import dk.borgermaaling.gateway.tables.Column;
import dk.borgermaaling.gateway.tables.DanishDates;
import dk.borgermaaling.gateway.tables.Period;
import dk.borgermaaling.gateway.tables.TableProblem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One step of a change set, as a sentence, with what is wrong with it. */
public record StepView(int number, String text, List<String> problems) {
  static List<StepView> of(
      List<Change> changes, List<Column> columns, List<TableProblem> problems) {
    List<StepView> steps = new ArrayList<>();
    for (int i = 0; i < changes.size(); i++) {
      int number = i + 1;
      steps.add(
          new StepView(
              number,
              sentence(changes.get(i), columns),
              problems.stream()
                  .filter(problem -> problem.step() == number)
                  .map(TableProblem::text)
                  .toList()));
    }
    return steps;
  }

  private static String sentence(Change change, List<Column> columns) {
    if (change instanceof Change.Add add) {
      return "Tilføj " + cells(add.cells(), columns) + ", " + period(add.period());
    }
    if (change instanceof Change.End end) {
      return end(String.join(" ", end.row().key()), end.row().from(), end.to());
    }
    Change.Replace replace = (Change.Replace) change;
    return "Erstat "
        + String.join(" ", replace.row().key())
        + " (fra "
        + DanishDates.shown(replace.row().from())
        + ") med "
        + cells(replace.cells(), columns)
        + ", "
        + period(replace.period());
  }

  private static String end(String key, LocalDate from, @Nullable LocalDate to) {
    String row = key + " (fra " + DanishDates.shown(from) + ")";
    if (to == null) {
      return "Fjern slutdatoen for " + row;
    }
    return to.equals(from)
        ? "Slet " + row
        : "Afslut " + row + " med " + DanishDates.shown(to.minusDays(1)) + " som sidste dag";
  }

  private static String cells(List<String> cells, List<Column> columns) {
    return TableView.shown(cells, columns).stream()
        .map(cell -> cell.isEmpty() ? "(tom)" : cell)
        .reduce((one, other) -> one + " · " + other)
        .orElse("");
  }

  private static String period(Period period) {
    LocalDate last = period.lastDay();
    return "fra "
        + DanishDates.shown(period.from())
        + (last == null ? " uden slutdato" : " til og med " + DanishDates.shown(last));
  }
}
