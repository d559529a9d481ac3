package dk.borgermaaling.gateway.notification;

import java.util.regex.Pattern;

/**
 * Makes a text from another system fit to be stored and shown: nothing that looks like a CPR
 * number, a link, an address of e-mail or a long base64 value, one line, at most 300 characters.
 */
final class SafeText {
  private static final int LONGEST = 300;
  private static final int LONGEST_READ = 4_000;
  private static final Pattern CPR = Pattern.compile("[0-9]{6}[- ]?[0-9]{4}");
  private static final Pattern LINK = Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]*://\\S+");
  private static final Pattern MAIL = Pattern.compile("\\S+@\\S+");
  private static final Pattern BLOB = Pattern.compile("[A-Za-z0-9+/=_-]{60,}");
  private static final Pattern SPACE = Pattern.compile("[\\s\\p{Cntrl}]+");

  private SafeText() {}

  static String of(String text) {
    String safe = text.length() > LONGEST_READ ? text.substring(0, LONGEST_READ) : text;
    safe = LINK.matcher(safe).replaceAll("[link]");
    safe = MAIL.matcher(safe).replaceAll("[e-mail]");
    safe = BLOB.matcher(safe).replaceAll("[data]");
    safe = CPR.matcher(safe).replaceAll("[number]");
    safe = SPACE.matcher(safe).replaceAll(" ").strip();
    return safe.length() > LONGEST ? safe.substring(0, LONGEST) : safe;
  }
}
