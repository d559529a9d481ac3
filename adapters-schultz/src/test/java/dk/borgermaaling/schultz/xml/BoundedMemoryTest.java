package dk.borgermaaling.schultz.xml;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgermaaling.schultz.file.CsvRows;
import dk.borgermaaling.schultz.file.Delta;
import dk.borgermaaling.schultz.file.Rows;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Files of hundreds of thousands of events, made while they are read. */
class BoundedMemoryTest {
  private static final int EVENTS = 150_000;
  private static final long MOST = 32L * 1024 * 1024;

  @Test
  void xml_is_read_in_the_memory_of_one_event() throws IOException {
    Stream<String> pieces =
        Stream.concat(
            Stream.concat(
                Stream.of(Delta.start("aarhus")),
                IntStream.range(0, EVENTS).mapToObj(Delta::event)),
            Stream.of("</delta>"));

    assertBounded(new XmlRows(new Made(pieces.iterator()), "aarhus"));
  }

  @Test
  void csv_is_read_in_the_memory_of_one_line() throws IOException {
    Stream<String> pieces =
        Stream.concat(
            Stream.of(Delta.CSV_HEADER + "\n"),
            IntStream.range(0, EVENTS).mapToObj(i -> Delta.csvRow(i) + "\n"));

    assertBounded(new CsvRows(new Made(pieces.iterator()), "aarhus"));
  }

  private static void assertBounded(Rows rows) throws IOException {
    long before = used();
    long most = 0;
    int read = 0;
    try (rows) {
      for (var row = rows.next(); row.isPresent(); row = rows.next()) {
        assertThat(row.get().event()).isNotNull();
        if (++read % (EVENTS / 5) == 0) {
          most = Math.max(most, used() - before);
        }
      }
    }
    assertThat(read).isEqualTo(EVENTS);
    assertThat(most).isLessThan(MOST);
  }

  private static long used() {
    Runtime runtime = Runtime.getRuntime();
    System.gc();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  /** Bytes that nobody holds. */
  private static final class Made extends InputStream {
    private final Iterator<String> pieces;
    private byte[] piece = new byte[0];
    private int at;

    Made(Iterator<String> pieces) {
      this.pieces = pieces;
    }

    @Override
    public int read() {
      return fill() ? piece[at++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] into, int from, int length) {
      if (!fill()) {
        return -1;
      }
      int copied = Math.min(length, piece.length - at);
      System.arraycopy(piece, at, into, from, copied);
      at += copied;
      return copied;
    }

    private boolean fill() {
      while (at == piece.length && pieces.hasNext()) {
        piece = Delta.bytes(pieces.next());
        at = 0;
      }
      return at < piece.length;
    }
  }
}
