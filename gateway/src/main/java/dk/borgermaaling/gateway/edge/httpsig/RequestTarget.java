package dk.borgermaaling.gateway.edge.httpsig;

import dk.borgermaaling.gateway.edge.Refusal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Target of a request line, nothing decoded (RFC 9112, section 3.2).
 *
 * @param raw as it stands in the request line
 * @param path with its leading slash; null in the forms {@code *} and host:port, which have none
 * @param query without its question mark; null when there is no question mark
 */
record RequestTarget(String raw, @Nullable String path, @Nullable String query) {
  private static final int MAX_LENGTH = 8192;
  private static final Pattern PRINTABLE =
      Pattern.compile("[\\x21-\\x7e]{1,%d}".formatted(MAX_LENGTH));
  private static final Pattern ORIGIN = Pattern.compile("(/[^?#]*)(?:\\?([^#]*))?");
  private static final Pattern ABSOLUTE =
      Pattern.compile("(?i:https?)://[^/?#]+(/[^?#]*)?(?:\\?([^#]*))?");
  private static final Pattern AUTHORITY = Pattern.compile("[^/?#@]+:[0-9]{1,5}");

  /** Takes each of the four forms apart; anything else is not trusted. */
  static RequestTarget parse(String raw) {
    if (PRINTABLE.matcher(raw).matches()) {
      Matcher origin = ORIGIN.matcher(raw);
      if (origin.matches()) {
        return new RequestTarget(raw, origin.group(1), origin.group(2));
      }
      Matcher absolute = ABSOLUTE.matcher(raw);
      if (absolute.matches()) {
        String path = absolute.group(1);
        return new RequestTarget(raw, path == null ? "/" : path, absolute.group(2));
      }
      if (raw.equals("*") || AUTHORITY.matcher(raw).matches()) {
        return new RequestTarget(raw, null, null);
      }
    }
    throw Refusal.notTrusted("a request target that is none");
  }

  /** The path; a target without one is not trusted. */
  String requirePath() {
    if (path == null) {
      throw Refusal.notTrusted("a request target without a path");
    }
    return path;
  }

  /** The component {@code @query}: with its question mark, which stands alone for no query. */
  String queryComponent() {
    return '?' + (query == null ? "" : query);
  }
}
