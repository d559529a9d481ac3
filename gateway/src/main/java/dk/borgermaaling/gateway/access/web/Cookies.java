package dk.borgermaaling.gateway.access.web;

import dk.borgermaaling.gateway.access.SessionToken;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.NewCookie;
import java.util.Map;
import java.util.Optional;

/**
 * Our two cookies. Both go over TLS only, are out of reach of scripts and of other sites' posts,
 * and their names begin with {@code __Host-}, so that no other host of the domain can set them.
 */
final class Cookies {
  private static final String SESSION = "__Host-staff";
  private static final String LOG_IN = "__Host-log-in";

  private Cookies() {}

  static Optional<SessionToken> session(Map<String, Cookie> cookies) {
    return token(cookies, SESSION);
  }

  /** The token that ties the log-in form to the browser that was shown it. */
  static Optional<SessionToken> logIn(Map<String, Cookie> cookies) {
    return token(cookies, LOG_IN);
  }

  static NewCookie session(SessionToken token) {
    return cookie(SESSION, token.value()).build();
  }

  static NewCookie logIn(SessionToken token) {
    return cookie(LOG_IN, token.value()).build();
  }

  static NewCookie noSession() {
    return cookie(SESSION, "").maxAge(0).build();
  }

  static NewCookie noLogIn() {
    return cookie(LOG_IN, "").maxAge(0).build();
  }

  private static Optional<SessionToken> token(Map<String, Cookie> cookies, String name) {
    return Optional.ofNullable(cookies.get(name))
        .map(Cookie::getValue)
        .flatMap(SessionToken::parse);
  }

  private static NewCookie.Builder cookie(String name, String value) {
    return new NewCookie.Builder(name)
        .value(value)
        .path("/")
        .secure(true)
        .httpOnly(true)
        .sameSite(NewCookie.SameSite.LAX);
  }
}
