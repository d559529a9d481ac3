package dk.borgermaaling.gateway.tables.export;

import dk.borgermaaling.gateway.tables.Column;
import dk.borgermaaling.gateway.tables.Period;
import dk.borgermaaling.gateway.tables.Row;
import dk.borgermaaling.gateway.tables.RowRef;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * A table as a file: semicolons, a heading of the columns' ids and {@code validFrom;lastDay}, ISO
 * dates, {@code lastDay} inclusive and empty when no end is known. What is written can be read.
 */
public final class TableCsv {
  /** Rows of a file at most. */
  public static final int MOST_ROWS = 5_000;

  private static final String BYTE_ORDER_MARK = "\uFEFF";
  private static final int MOST_ERRORS = 100;
  private static final CSVFormat FORMAT =
      CSVFormat.EXCEL.builder().setDelimiter(';').setRecordSeparator("\r\n").get();

  private TableCsv() {}

  /**
   * What a file says.
   *
   * @param rows all of them when there are no errors
   * @param errors Danish sentences with the number of the line
   */
  public record Read(List<Row> rows, List<String> errors) {
    public Read {
      rows = List.copyOf(rows);
      errors = List.copyOf(errors);
    }
  }

  /** With the byte order mark that Excel needs to see Danish letters. */
  public static String write(List<Row> rows, List<Column> columns) {
    StringBuilder text = new StringBuilder(BYTE_ORDER_MARK);
    try (CSVPrinter printer = new CSVPrinter(text, FORMAT)) {
      printer.printRecord(heading(columns));
      for (Row row : rows) {
        List<String> cells = new ArrayList<>(row.cells());
        cells.add(row.period().from().toString());
        cells.add(Objects.toString(row.period().lastDay(), ""));
        printer.printRecord(cells);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  public static Read read(String text, List<Column> columns) {
    String file = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    List<String> errors = new ArrayList<>();
    List<Row> rows = new ArrayList<>();
    Set<RowRef> seen = new HashSet<>();
    try (CSVParser parser = CSVParser.parse(file, FORMAT)) {
      boolean first = true;
      for (CSVRecord cells : parser) {
        String line = "Linje " + cells.getRecordNumber() + ": ";
        if (first) {
          first = false;
          if (!stripped(cells).equals(heading(columns))) {
            return new Read(
                List.of(),
                List.of("Første linje skal være " + String.join(";", heading(columns)) + "."));
          }
        } else if (!isEmpty(cells)) {
          Optional<Row> row = row(stripped(cells), columns, line, errors);
          if (row.isPresent()) {
            rows.add(row.get());
            if (!seen.add(row.get().ref(columns))) {
              errors.add(line + "samme nøgle og dato står på en linje før.");
            }
          }
        }
        if (rows.size() > MOST_ROWS || errors.size() >= MOST_ERRORS) {
          errors.add("Resten er ikke læst. En fil kan højst have " + MOST_ROWS + " rækker.");
          break;
        }
      }
      if (first) {
        errors.add("Filen er tom.");
      }
    } catch (IOException | UncheckedIOException | IllegalStateException e) {
      errors.add("Filen kan ikke læses som CSV. Kontrollér anførselstegnene.");
    }
    return new Read(errors.isEmpty() ? rows : List.of(), errors);
  }

  private static List<String> heading(List<Column> columns) {
    List<String> heading = new ArrayList<>(columns.stream().map(Column::id).toList());
    heading.add("validFrom");
    heading.add("lastDay");
    return heading;
  }

  private static Optional<Row> row(
      List<String> cells, List<Column> columns, String line, List<String> errors) {
    if (cells.size() != columns.size() + 2) {
      errors.add(line + "skal have " + (columns.size() + 2) + " felter.");
      return Optional.empty();
    }
    int before = errors.size();
    for (int i = 0; i < columns.size(); i++) {
      columns.get(i).problemOf(cells.get(i)).ifPresent(problem -> errors.add(line + problem));
    }
    LocalDate from = date(cells.get(columns.size()));
    String end = cells.get(columns.size() + 1);
    LocalDate lastDay = date(end);
    if (from == null) {
      errors.add(line + "validFrom skal være en dato som 2027-01-01.");
    }
    if (lastDay == null && !end.isEmpty()) {
      errors.add(line + "lastDay skal være tom eller en dato som 2026-12-31.");
    }
    return from == null || errors.size() > before
        ? Optional.empty()
        : Optional.of(
            new Row(
                cells.subList(0, columns.size()),
                new Period(from, lastDay == null ? null : lastDay.plusDays(1))));
  }

  private static List<String> stripped(CSVRecord cells) {
    return cells.stream().map(String::strip).toList();
  }

  private static boolean isEmpty(CSVRecord cells) {
    return cells.stream().allMatch(String::isBlank);
  }

  private static @Nullable LocalDate date(String text) {
    try {
      return text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}") ? LocalDate.parse(text) : null;
    } catch (DateTimeException e) {
      return null;
    }
  }
}
