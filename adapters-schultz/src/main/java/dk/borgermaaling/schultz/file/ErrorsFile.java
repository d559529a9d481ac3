package dk.borgermaaling.schultz.file;

import dk.borgermaaling.schultz.file.FileBook.RowError;
import dk.borgermaaling.schultz.file.FileBook.TakenFile;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * What was wrong with the rows of a file, as CSV for whoever wrote it: UTF-8 with a byte order mark
 * and semicolons, as Danish spreadsheets read it. Nothing of the rows is in it but event ids.
 */
public final class ErrorsFile {
  static final String HEADER = "row;eventId;problem;field;expected";

  private ErrorsFile() {}

  public static void write(FileBook book, TakenFile file, OutputStream out) throws IOException {
    Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    writer.write('\uFEFF');
    writer.write(HEADER);
    writer.write("\r\n");
    try {
      book.errors(file, error -> write(error, writer));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    writer.flush();
  }

  private static void write(RowError error, Writer writer) {
    UUID id = error.eventId();
    try {
      writer.write(
          String.join(
              ";",
              Long.toString(error.row()),
              id == null ? "" : id.toString(),
              error.problem(),
              error.field(),
              quoted(error.expected())));
      writer.write("\r\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String quoted(String text) {
    return '"' + text.replace("\"", "\"\"") + '"';
  }
}
