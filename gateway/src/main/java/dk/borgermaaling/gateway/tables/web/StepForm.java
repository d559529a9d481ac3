package dk.borgermaaling.gateway.tables.web;

import dk.borgermaaling.gateway.tables.Change;
import dk.borgermaaling.gateway.tables.Column;
import dk.borgermaaling.gateway.tables.Period;
import dk.borgermaaling.gateway.tables.RowRef;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A step as it was filled in: dates that are read, or what is wrong with them. */
final class StepForm {
  private final MultivaluedMap<String, String> form;
  private final List<String> problems = new ArrayList<>();

  StepForm(MultivaluedMap<String, String> form) {
    this.form = form;
  }

  /** The step; empty when {@link #problems()} says why. */
  Optional<Change> change(List<Column> columns) {
    Optional<RowRef> row = RowAddress.ref(form.get("key"), text("row"));
    switch (text("kind")) {
      case "add" -> {
        LocalDate from = required("from", "Gælder fra");
        Period period = period(from);
        return period == null
            ? Optional.empty()
            : Optional.of(new Change.Add(cells(columns), period));
      }
      case "end" -> {
        LocalDate last = required("lastDay", "Sidste dag");
        return last == null ? Optional.empty() : row.map(r -> new Change.End(r, last.plusDays(1)));
      }
      case "open" -> {
        return row.map(r -> new Change.End(r, null));
      }
      case "delete" -> {
        return row.map(r -> new Change.End(r, r.from()));
      }
      case "replace" -> {
        LocalDate from = required("from", "Gælder fra");
        Period period = period(from);
        return period == null
            ? Optional.empty()
            : row.map(r -> new Change.Replace(r, cells(columns), period));
      }
      default -> {
        return Optional.empty();
      }
    }
  }

  List<String> problems() {
    return problems.isEmpty() ? List.of("Formularen kan ikke læses. Begynd forfra.") : problems;
  }

  List<String> cells(List<Column> columns) {
    return columns.stream().map(column -> text("cell-" + column.id())).toList();
  }

  String text(String field) {
    return Objects.toString(form.getFirst(field), "").strip();
  }

  private @Nullable Period period(@Nullable LocalDate from) {
    String end = text("lastDay");
    LocalDate last = RowAddress.day(end);
    if (last == null && !end.isEmpty()) {
      problems.add("Sidste dag skal være en dato eller tom.");
    }
    if (from == null || !problems.isEmpty()) {
      return null;
    }
    return new Period(from, last == null ? null : last.plusDays(1));
  }

  private @Nullable LocalDate required(String field, String label) {
    LocalDate day = RowAddress.day(text(field));
    if (day == null) {
      problems.add(label + " skal være en dato.");
    }
    return day;
  }
}
