package dk.borgermaaling.gateway.caselist.sheet;

import dk.borgermaaling.gateway.caselist.Unreadable;
import dk.borgermaaling.gateway.caselist.Unreadable.Reason;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The text of a file in one of the encodings that Danish case systems, BI tools and Excel write:
 * UTF-8 and UTF-16, with or without a byte order mark, and Windows-1252. Text that is half of each
 * is refused: names of groups would be read as others.
 */
final class CsvText {
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  private CsvText() {}

  static String decode(byte[] file) {
    String text = decoded(file);
    if (text.indexOf('\0') >= 0) {
      throw new Unreadable(Reason.DAMAGED);
    }
    return text.startsWith("\ufeff") ? text.substring(1) : text;
  }

  private static String decoded(byte[] file) {
    if (startsWith(file, 0xFF, 0xFE) || hasNulsAt(file, 1)) {
      return strict(file, 0, file.length, StandardCharsets.UTF_16LE).orElseThrow(CsvText::damaged);
    }
    if (startsWith(file, 0xFE, 0xFF) || hasNulsAt(file, 0)) {
      return strict(file, 0, file.length, StandardCharsets.UTF_16BE).orElseThrow(CsvText::damaged);
    }
    Optional<String> utf8 = strict(file, 0, file.length, StandardCharsets.UTF_8);
    if (utf8.isPresent()) {
      return utf8.get();
    }
    if (startsWith(file, 0xEF, 0xBB, 0xBF) || hasUtf8Line(file)) {
      throw new Unreadable(Reason.MIXED_ENCODING);
    }
    return strict(file, 0, file.length, WINDOWS_1252).orElseThrow(CsvText::damaged);
  }

  private static Unreadable damaged() {
    return new Unreadable(Reason.DAMAGED);
  }

  /** Text of Latin letters in UTF-16 has a NUL in every other byte. */
  private static boolean hasNulsAt(byte[] file, int parity) {
    int looked = Math.min(file.length, 64) / 2;
    int nuls = 0;
    for (int i = 0; i < looked; i++) {
      nuls += file[2 * i + parity] == 0 ? 1 : 0;
      if (file[2 * i + 1 - parity] == 0) {
        return false;
      }
    }
    return looked > 1 && nuls > looked * 3 / 4;
  }

  /** Whether a line has letters beyond ASCII and is UTF-8, which no Danish text is by accident. */
  private static boolean hasUtf8Line(byte[] file) {
    int start = 0;
    boolean beyondAscii = false;
    for (int i = 0; i <= file.length; i++) {
      if (i == file.length || file[i] == '\n' || file[i] == '\r') {
        if (beyondAscii && strict(file, start, i - start, StandardCharsets.UTF_8).isPresent()) {
          return true;
        }
        start = i + 1;
        beyondAscii = false;
      } else {
        beyondAscii |= file[i] < 0;
      }
    }
    return false;
  }

  private static Optional<String> strict(byte[] file, int from, int length, Charset charset) {
    try {
      return Optional.of(
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(file, from, length))
              .toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  private static boolean startsWith(byte[] file, int... start) {
    if (file.length < start.length) {
      return false;
    }
    for (int i = 0; i < start.length; i++) {
      if ((file[i] & 0xFF) != start[i]) {
        return false;
      }
    }
    return true;
  }
}
