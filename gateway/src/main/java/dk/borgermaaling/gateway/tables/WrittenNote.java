package dk.borgermaaling.gateway.tables;

import java.util.regex.Pattern;

/** Why a table is changed, or a change is rejected, in a person's own words; kept for ever. */
final class WrittenNote {
  private static final int LONGEST = 2_000;
  private static final Pattern PERSONAL_NUMBER =
      Pattern.compile("(?<![0-9])[0-9]{6}[- ]?[0-9]{4}(?![0-9])");

  private WrittenNote() {}

  /** Without the space around it; one that is too long or names a person is {@link Refused}. */
  static String checked(String note) {
    String text = note.strip();
    if (text.length() > LONGEST || text.indexOf('\0') >= 0) {
      throw new Refused("Begrundelsen kan højst have " + LONGEST + " tegn.");
    }
    if (PERSONAL_NUMBER.matcher(text).find()) {
      throw new Refused("Begrundelsen må ikke indeholde et personnummer.");
    }
    return text;
  }
}
