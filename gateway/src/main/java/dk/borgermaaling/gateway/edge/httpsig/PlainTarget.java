package dk.borgermaaling.gateway.edge.httpsig;

import dk.borgermaaling.gateway.edge.Refusal;
import java.util.regex.Pattern;

/**
 * A target that every hop and the router behind it read alike (RFC 3986, section 3). A path that
 * one of them would decode, collapse or cut is refused: what was signed must be what is served.
 */
final class PlainTarget {
  private static final Pattern PATH =
      Pattern.compile("/(?:[A-Za-z0-9._~!$&'()*+,=:@/-]|%[0-9A-Fa-f]{2})*+");
  private static final Pattern QUERY =
      Pattern.compile("(?:[A-Za-z0-9._~!$&'()*+,;=:@/?-]|%[0-9A-Fa-f]{2})*+");

  /** Encoded slash, backslash, per cent sign, semicolon, question mark, hash. */
  private static final Pattern ENCODED_DELIMITER = Pattern.compile("(?i)%(?:2f|5c|25|3b|3f|23)");

  /** Encoded control characters. */
  private static final Pattern ENCODED_CONTROL = Pattern.compile("(?i)%(?:[01][0-9a-f]|7f)");

  /** Encoded letters, digits, hyphen, dot, underscore, tilde: a second spelling of themselves. */
  private static final Pattern ENCODED_PLAIN =
      Pattern.compile("(?i)%(?:2d|2e|3[0-9]|[46][1-9a-f]|[57][0-9a]|5f|7e)");

  private static final Pattern EMPTY_SEGMENT = Pattern.compile("//");
  private static final Pattern DOT_SEGMENT = Pattern.compile("/\\.{1,2}(?:/|$)");

  private PlainTarget() {}

  static void check(RequestTarget target) {
    if (!target.raw().startsWith("/")) {
      throw Refusal.notTrusted("a request target that is not a path");
    }
    String path = target.requirePath();
    if (!PATH.matcher(path).matches()) {
      throw Refusal.notTrusted("a character in the path");
    }
    refuse(ENCODED_DELIMITER, path, "an encoded delimiter in the path");
    refuse(ENCODED_CONTROL, path, "an encoded control character in the path");
    refuse(ENCODED_PLAIN, path, "an encoded plain character in the path");
    refuse(EMPTY_SEGMENT, path, "an empty segment in the path");
    refuse(DOT_SEGMENT, path, "a dot segment in the path");
    String query = target.query();
    if (query != null) {
      if (!QUERY.matcher(query).matches()) {
        throw Refusal.notTrusted("a character in the query");
      }
      refuse(ENCODED_CONTROL, query, "an encoded control character in the query");
    }
  }

  private static void refuse(Pattern ambiguous, String text, String reason) {
    if (ambiguous.matcher(text).find()) {
      throw Refusal.notTrusted(reason);
    }
  }
}
