package dk.borgermaaling.schultz.file;

import dk.borgermaaling.schultz.FasitRow;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** The rows of a delta file, one after the other, in bounded memory. */
public interface Rows extends Closeable {
  /**
   * The next row; empty at the end.
   *
   * @throws RefusedFile when the file as a whole is not what it should be
   */
  Optional<FasitRow> next() throws IOException;

  /** Begins to read a copy of a file that nobody else changes. */
  @FunctionalInterface
  interface Opener {
    Rows open(Path copy, FileName name, String tenant) throws IOException;
  }
}
