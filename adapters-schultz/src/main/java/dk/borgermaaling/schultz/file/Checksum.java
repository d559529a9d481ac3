package dk.borgermaaling.schultz.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** SHA-256 of a file, 64 hexadecimal digits in lower case. */
public record Checksum(String value) {
  /** As sha256sum writes it, of a file read as text or as binary; the name may be left out. */
  private static final Pattern LINE =
      Pattern.compile("(?<sum>[0-9a-fA-F]{64})([ \\t]+\\*?(?<name>[^\\r\\n]*))?\\r?\\n?");

  private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");
  private static final int BUFFER = 64 * 1024;

  public Checksum {
    if (!FORM.matcher(value).matches()) {
      throw new RefusedFile(Refusal.CHECKSUM_FORM);
    }
  }

  /**
   * Reads the text of a {@code .sha256} file.
   *
   * @throws RefusedFile when it is none, or another file's
   */
  static Checksum read(String text, FileName file) {
    Matcher line = LINE.matcher(text);
    if (!line.matches()) {
      throw new RefusedFile(Refusal.CHECKSUM_FORM);
    }
    String name = line.group("name");
    if (name != null && !name.isBlank() && !name.strip().equals(file.value())) {
      throw new RefusedFile(Refusal.CHECKSUM_FORM);
    }
    return new Checksum(line.group("sum").toLowerCase(Locale.ROOT));
  }

  /** The text of a {@code .sha256} file. */
  String write(FileName file) {
    return value + "  " + file.value() + "\n";
  }

  /**
   * Copies at most {@code most} bytes and says what they add up to.
   *
   * @throws RefusedFile when there are more
   */
  static Checksum copy(InputStream from, OutputStream to, long most) throws IOException {
    MessageDigest digest = sha256();
    byte[] buffer = new byte[BUFFER];
    long copied = 0;
    for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
      copied += read;
      if (copied > most) {
        throw new RefusedFile(Refusal.TOO_LARGE);
      }
      digest.update(buffer, 0, read);
      to.write(buffer, 0, read);
    }
    return new Checksum(HexFormat.of().formatHex(digest.digest()));
  }

  static Checksum of(InputStream content) throws IOException {
    return copy(content, OutputStream.nullOutputStream(), Long.MAX_VALUE);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
