package dk.borgermaaling.gateway.console.web;

import java.util.regex.Pattern;

/**
 * A case system's own id as a page may show it: should a system have taken a CPR number for one, it
 * is hidden.
 */
final class EntityId {
  private static final Pattern UUIDS =
      Pattern.compile("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  /** Day (or day and 60), month, year, and four more digits, within what is no longer number. */
  private static final Pattern CPR_NUMBERS =
      Pattern.compile(
          "(?<![0-9])(?:0[1-9]|[12][0-9]|3[01]|6[1-9]|[78][0-9]|9[01])(?:0[1-9]|1[0-2])[0-9]{2}"
              + "[-. ]?[0-9]{4}(?![0-9])");

  private EntityId() {}

  static String shown(String stored) {
    return UUIDS.matcher(stored).matches()
        ? stored
        : CPR_NUMBERS.matcher(stored).replaceAll("(skjult)");
  }
}
