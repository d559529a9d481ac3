package dk.borgermaaling.schultz.file;

import dk.borgermaaling.gateway.kernel.CprNumbers;
import java.util.regex.Pattern;

/**
 * The name of a delta file: no way out of its folder, no dot first, and what it holds at its end.
 */
public record FileName(String value) {
  private static final Pattern FORM =
      Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,145}\\.(xml|csv)");

  public FileName {
    if (!FORM.matcher(value).matches()) {
      throw new RefusedFile(Refusal.NAME);
    }
  }

  public static boolean fits(String name) {
    return FORM.matcher(name).matches();
  }

  /** How a person is shown a name that may be anything: a CPR number in it is hidden. */
  public static String shown(String name) {
    String plain = CprNumbers.hiddenIn(name, "_skjult_").replaceAll("[^A-Za-z0-9._-]", "_");
    return plain.length() > 100 ? plain.substring(0, 100) : plain;
  }

  /** As {@link #shown(String)}. */
  public String shown() {
    return shown(value);
  }

  public boolean isXml() {
    return value.endsWith(".xml");
  }

  /** Of the file beside it with its checksum. */
  public String ofChecksum() {
    return value + ".sha256";
  }

  /** Of the file with what was wrong with its rows. */
  public String ofErrors() {
    return value + ".errors.csv";
  }

  @Override
  public String toString() {
    return value;
  }
}
