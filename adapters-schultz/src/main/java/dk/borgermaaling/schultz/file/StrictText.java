package dk.borgermaaling.schultz.file;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** UTF-8 and nothing else, with or without a byte order mark. */
public final class StrictText {
  private static final int BYTE_ORDER_MARK = 0xFEFF;
  private static final int BUFFER = 16 * 1024;

  private StrictText() {}

  /** Throws {@code CharacterCodingException} at the first byte that is not UTF-8. */
  public static Reader of(InputStream bytes) throws IOException {
    PushbackReader reader =
        new PushbackReader(
            new BufferedReader(
                new InputStreamReader(
                    bytes,
                    StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)),
                BUFFER));
    int first = reader.read();
    if (first >= 0 && first != BYTE_ORDER_MARK) {
      reader.unread(first);
    }
    return reader;
  }
}
