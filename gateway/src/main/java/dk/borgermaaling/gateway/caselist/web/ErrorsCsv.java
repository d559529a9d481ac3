package dk.borgermaaling.gateway.caselist.web;

import dk.borgermaaling.gateway.caselist.ColumnMapping;
import dk.borgermaaling.gateway.caselist.Note;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The report of errors as Danish Excel reads it: UTF-8 with a mark, semicolons. No cell can be
 * taken for a formula, whatever it begins with.
 */
final class ErrorsCsv {
  private static final String FORMULA_STARTS = "=+-@\t\r\n";

  private ErrorsCsv() {}

  static byte[] of(List<Note> notes, @Nullable ColumnMapping columns) {
    StringBuilder text = new StringBuilder("\ufeff");
    line(text, Stream.of("Række", "Kolonne", "Felt", "Hvad er galt", "Gør sådan"));
    for (Note note : notes) {
      NoteRow row = NoteRow.of(note, columns);
      line(text, Stream.of(row.row(), row.column(), row.field(), row.what(), row.expected()));
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void line(StringBuilder text, Stream<String> cells) {
    text.append(cells.map(ErrorsCsv::cell).collect(Collectors.joining(";"))).append("\r\n");
  }

  static String cell(String value) {
    String safe =
        !value.isEmpty() && FORMULA_STARTS.indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
    return "\"" + safe.replace("\"", "\"\"") + "\"";
  }
}
