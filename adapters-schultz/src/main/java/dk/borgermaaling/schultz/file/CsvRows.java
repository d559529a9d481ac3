package dk.borgermaaling.schultz.file;

import dk.borgermaaling.gateway.kernel.Problem;
import dk.borgermaaling.gateway.kernel.ProblemType;
import dk.borgermaaling.schultz.FasitField;
import dk.borgermaaling.schultz.FasitRow;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Semicolons between the cells, one event a line; the first line names the columns, in any order. A
 * cell may stand in quotation marks, doubled inside; none holds a line break. Empty cells and empty
 * lines say nothing, and so does a column that the contract does not have.
 */
public final class CsvRows implements Rows {
  /** Optional column that must be the tenant's name in every row. */
  static final String TENANT = "tenant";

  /** All fields at their longest, twice. */
  private static final int LONGEST_LINE = 10_000;

  private static final int MOST_COLUMNS = 100;

  private final Reader reader;
  private final String tenant;
  private final List<String> columns;
  private long line;

  public CsvRows(InputStream bytes, String tenant) throws IOException {
    this.tenant = tenant;
    try {
      reader = StrictText.of(bytes);
      columns = header();
    } catch (CharacterCodingException e) {
      throw new RefusedFile(Refusal.ENCODING, "line 1");
    }
  }

  private List<String> header() throws IOException {
    List<String> names =
        readLine()
            .flatMap(CsvRows::cells)
            .orElseThrow(() -> new RefusedFile(Refusal.MALFORMED, "line 1 names the columns"));
    Set<String> seen = new HashSet<>();
    for (String name : names) {
      boolean known = name.equals(TENANT) || FasitField.named(name).isPresent();
      if (known && !seen.add(name)) {
        throw new RefusedFile(Refusal.MALFORMED, "line 1 has " + name + " twice");
      }
    }
    List<String> missing =
        Arrays.stream(FasitField.values())
            .filter(field -> field.isRequired() && !seen.contains(field.fieldName()))
            .map(FasitField::fieldName)
            .toList();
    if (!missing.isEmpty() || names.size() > MOST_COLUMNS) {
      throw new RefusedFile(
          Refusal.MALFORMED,
          missing.isEmpty()
              ? "line 1 has more than " + MOST_COLUMNS + " columns"
              : "line 1 has no " + String.join(", ", missing));
    }
    return names;
  }

  @Override
  public Optional<FasitRow> next() throws IOException {
    try {
      Optional<String> text = readLine();
      while (text.isPresent() && text.get().isBlank()) {
        text = readLine();
      }
      return text.map(this::row);
    } catch (CharacterCodingException e) {
      throw new RefusedFile(Refusal.ENCODING, "after line " + line);
    }
  }

  private FasitRow row(String text) {
    Map<FasitField, String> fields = new EnumMap<>(FasitField.class);
    Optional<List<String>> cells = cells(text);
    if (cells.isEmpty() || cells.get().size() != columns.size()) {
      return FasitRow.bad(
          line, fields, new Problem.Malformed("row", columns.size() + " cells, as in line 1"));
    }
    boolean ours = true;
    for (int i = 0; i < columns.size(); i++) {
      String value = cells.get().get(i);
      if (columns.get(i).equals(TENANT)) {
        ours = value.equals(tenant);
      } else if (!value.isEmpty()) {
        FasitField.named(columns.get(i)).ifPresent(field -> fields.put(field, value));
      }
    }
    return ours
        ? FasitRow.of(line, fields)
        : FasitRow.bad(
            line,
            fields,
            new Problem.Plain(ProblemType.NOT_ALLOWED, "The row says that it is another tenant's"));
  }

  /** Without its end; empty at the end of the file. */
  private Optional<String> readLine() throws IOException {
    StringBuilder text = new StringBuilder();
    int read = reader.read();
    if (read < 0) {
      return Optional.empty();
    }
    line++;
    while (read >= 0 && read != '\n') {
      if (text.length() >= LONGEST_LINE) {
        throw new RefusedFile(
            Refusal.MALFORMED, "line " + line + " has more than " + LONGEST_LINE + " characters");
      }
      text.append((char) read);
      read = reader.read();
    }
    int end = text.length() - 1;
    if (end >= 0 && text.charAt(end) == '\r') {
      text.setLength(end);
    }
    return Optional.of(text.toString());
  }

  /** Stripped; empty when a quotation mark stands where none may. */
  private static Optional<List<String>> cells(String text) {
    List<String> cells = new ArrayList<>();
    int at = 0;
    while (at <= text.length()) {
      StringBuilder cell = new StringBuilder();
      if (at < text.length() && text.charAt(at) == '"') {
        at++;
        while (true) {
          int quote = text.indexOf('"', at);
          if (quote < 0) {
            return Optional.empty();
          }
          cell.append(text, at, quote);
          at = quote + 1;
          if (at >= text.length() || text.charAt(at) != '"') {
            break;
          }
          cell.append('"');
          at++;
        }
        if (at < text.length() && text.charAt(at) != ';') {
          return Optional.empty();
        }
      } else {
        int end = text.indexOf(';', at);
        end = end < 0 ? text.length() : end;
        if (text.substring(at, end).indexOf('"') >= 0) {
          return Optional.empty();
        }
        cell.append(text, at, end);
        at = end;
      }
      cells.add(cell.toString().strip());
      at++;
    }
    return Optional.of(cells);
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
