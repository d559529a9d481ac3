package dk.borgermaaling.gateway.edge.httpsig;

import dk.borgermaaling.gateway.edge.Refusal;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A request as its sender wrote it: nothing decoded, nothing normalised but the authority. What is
 * no request at all is not trusted.
 *
 * @param method case-sensitive
 * @param scheme {@code https} or {@code http}
 * @param authority host in lower case, and the port unless it is the scheme's own (RFC 9110,
 *     section 4.2.3)
 * @param target as in the request line: raw path and raw query
 */
public record RequestView(
    String method,
    String scheme,
    String authority,
    String target,
    FieldLines fields,
    Content content)
    implements MessageView {
  private static final Pattern METHOD = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]{1,32}");
  private static final Pattern AUTHORITY =
      Pattern.compile("(?:[a-z0-9._~-]{1,253}|\\[[0-9a-f:.]{2,45}])(?::[1-9][0-9]{0,4})?");

  public RequestView {
    scheme = scheme.toLowerCase(Locale.ROOT);
    if (!METHOD.matcher(method).matches() || !Set.of("http", "https").contains(scheme)) {
      throw Refusal.notTrusted("a method or scheme that is none");
    }
    authority = normalised(scheme, authority);
    RequestTarget.parse(target);
  }

  private static String normalised(String scheme, String authority) {
    String lower = authority.toLowerCase(Locale.ROOT);
    if (!AUTHORITY.matcher(lower).matches()) {
      throw Refusal.notTrusted("an authority that is none");
    }
    String port = scheme.equals("https") ? ":443" : ":80";
    return lower.endsWith(port) ? lower.substring(0, lower.length() - port.length()) : lower;
  }

  RequestTarget parsedTarget() {
    return RequestTarget.parse(target);
  }

  /** The method alone: the rest is the caller's data. */
  @Override
  public String toString() {
    return "RequestView[" + method + ']';
  }
}
