package dk.borgermaaling.gateway.console;

import java.util.Optional;
import java.util.regex.Pattern;

/** Why an operator does something, in a person's own words; kept with what was done. */
final class WrittenReason {
  private static final int LONGEST = 300;
  private static final Pattern PERSONAL_NUMBER =
      Pattern.compile("(?<![0-9])[0-9]{6}[- ]?[0-9]{4}(?![0-9])");

  private WrittenReason() {}

  /** Danish; empty when nothing is wrong with it. */
  static Optional<String> problemOf(String reason) {
    String text = reason.strip();
    if (text.isEmpty() || text.length() > LONGEST || text.indexOf('\0') >= 0) {
      return Optional.of("Skriv en begrundelse på højst %d tegn.".formatted(LONGEST));
    }
    return PERSONAL_NUMBER.matcher(text).find()
        ? Optional.of("Begrundelsen må ikke indeholde et personnummer.")
        : Optional.empty();
  }
}
