package dk.borgermaaling.schultz.xml;

import dk.borgermaaling.schultz.file.Refusal;
import dk.borgermaaling.schultz.file.RefusedFile;
import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Ends the reading when the parser takes too much for one piece of XML: a comment or an attribute
 * without end would be held in memory. Remembers why reading ended, since the parser does not.
 */
final class MeasuredReader extends FilterReader {
  /** Of one piece, in characters; above what a parser reads ahead. */
  private static final int LARGEST_PIECE = 1_000_000;

  private int taken;
  private @Nullable RefusedFile refusal;

  MeasuredReader(Reader reader) {
    super(reader);
  }

  /** Another piece begins. */
  void begin() {
    taken = 0;
  }

  Optional<RefusedFile> refusal() {
    return Optional.ofNullable(refusal);
  }

  @Override
  public int read() throws IOException {
    char[] one = new char[1];
    return read(one, 0, 1) < 0 ? -1 : one[0];
  }

  @Override
  public int read(char[] buffer, int offset, int length) throws IOException {
    if (taken > LARGEST_PIECE) {
      refusal = new RefusedFile(Refusal.MALFORMED, "a piece of XML without end");
      throw new IOException("a piece of XML without end");
    }
    try {
      int read = super.read(buffer, offset, length);
      taken += Math.max(read, 0);
      return read;
    } catch (CharacterCodingException e) {
      refusal = new RefusedFile(Refusal.ENCODING);
      throw e;
    }
  }
}
