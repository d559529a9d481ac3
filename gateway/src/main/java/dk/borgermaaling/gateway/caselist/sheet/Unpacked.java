package dk.borgermaaling.gateway.caselist.sheet;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Counts what comes out of a package, over all its parts, and ends it where no list would go. */
final class Unpacked {
  private final long most;
  private long count;

  Unpacked(long most) {
    this.most = most;
  }

  /** More came out than any list has. */
  static final class TooMuch extends IOException {
    private static final long serialVersionUID = 1L;

    TooMuch() {
      super("a package unpacks to more than is allowed");
    }
  }

  /** The parser of XML wraps what its stream throws. */
  static boolean wasTooMuch(@Nullable Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof TooMuch) {
        return true;
      }
    }
    return false;
  }

  InputStream counted(InputStream stream) {
    return new FilterInputStream(stream) {
      @Override
      public int read() throws IOException {
        int read = super.read();
        count(read < 0 ? 0 : 1);
        return read;
      }

      @Override
      public int read(byte[] target, int from, int length) throws IOException {
        int read = super.read(target, from, length);
        count(Math.max(read, 0));
        return read;
      }
    };
  }

  private void count(int read) throws TooMuch {
    count += read;
    if (count > most) {
      throw new TooMuch();
    }
  }
}
