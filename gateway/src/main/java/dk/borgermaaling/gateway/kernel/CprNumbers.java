package dk.borgermaaling.gateway.kernel;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * CPR numbers in texts that should have none: ids and names that others have made, before they are
 * stored in the clear, logged or shown. Ten digits that begin with a date, with a hyphen, point,
 * low line or space after the sixth or nothing; longer numbers are something else, and so are the
 * digits of a UUID.
 */
public final class CprNumbers {
  /** Day (or day and 60), month, year, and four more digits, within what is no longer number. */
  private static final String NUMBER =
      "(?<![0-9])(?:0[1-9]|[12][0-9]|3[01]|6[1-9]|[78][0-9]|9[01])(?:0[1-9]|1[0-2])[0-9]{2}"
          + "[-._ ]?[0-9]{4}(?![0-9])";

  private static final String UUID =
      "(?<![0-9A-Za-z])[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}(?![0-9A-Za-z])";

  private static final Pattern UUID_OR_NUMBER = Pattern.compile(UUID + "|(" + NUMBER + ")");

  private CprNumbers() {}

  public static boolean areIn(String text) {
    Matcher found = UUID_OR_NUMBER.matcher(text);
    while (found.find()) {
      if (found.group(1) != null) {
        return true;
      }
    }
    return false;
  }

  /** The text with {@code instead} wherever there is a number. */
  public static String hiddenIn(String text, String instead) {
    return UUID_OR_NUMBER
        .matcher(text)
        .replaceAll(
            found -> Matcher.quoteReplacement(found.group(1) == null ? found.group() : instead));
  }
}
