package dk.borgermaaling.gateway.edge.callers;

import dk.borgermaaling.gateway.edge.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The Authorization header: a scheme, one space and a token, in one header of one request. */
public final class Authorization {
  private Authorization() {}

  /**
   * The token.
   *
   * @param schemes accepted ones, in lower case
   */
  public static String token(HttpServletRequest request, Set<String> schemes) {
    List<String> headers = Collections.list(request.getHeaders("Authorization"));
    if (headers.size() != 1) {
      throw Refusal.notTrusted("not one Authorization header");
    }
    String[] parts = headers.get(0).split(" ", -1);
    if (parts.length != 2 || !schemes.contains(parts[0].toLowerCase(Locale.ROOT))) {
      throw Refusal.notTrusted("an Authorization header of another scheme or shape");
    }
    return parts[1];
  }
}
