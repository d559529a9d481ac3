package dk.borgermaaling.schultz.file;

import dk.borgermaaling.gateway.kernel.Problem;
import dk.borgermaaling.schultz.FasitEvent;
import dk.borgermaaling.schultz.FasitField;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rows of a delta file, one after the other, in bounded memory. */
public interface Rows extends Closeable {
  /**
   * The next row; empty at the end.
   *
   * @throws RefusedFile when the file as a whole is not what it should be
   */
  Optional<Row> next() throws IOException;

  /** Begins to read a copy of a file that nobody else changes. */
  @FunctionalInterface
  interface Opener {
    Rows open(Path copy, FileName name, String tenant) throws IOException;
  }

  /**
   * One row: an event, or what is wrong with it.
   *
   * @param number as a person counts: the event's in XML, from 1; the line's in CSV, where the
   *     header is line 1
   * @param eventId null when it has none that can be read
   */
  record Row(
      long number, @Nullable UUID eventId, @Nullable FasitEvent event, @Nullable Problem problem) {
    public static Row of(long number, Map<FasitField, String> fields) {
      return FasitEvent.problemOf(fields)
          .map(problem -> bad(number, fields, problem))
          .orElseGet(() -> new Row(number, FasitEvent.idIn(fields), new FasitEvent(fields), null));
    }

    public static Row bad(long number, Map<FasitField, String> fields, Problem problem) {
      return new Row(number, FasitEvent.idIn(fields), null, problem);
    }
  }
}
