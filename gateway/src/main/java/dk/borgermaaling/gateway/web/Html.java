package dk.borgermaaling.gateway.web;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/**
 * A page as an answer over HTTP, with the headers that every page of ours has: never stored, never
 * framed, never named to another site, and nothing loaded or run that is not our own file.
 */
public final class Html {
  private static final String NOTHING_BUT_OUR_FILES =
      "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; form-action 'self'; "
          + "base-uri 'none'; frame-ancestors 'none'";

  private Html() {}

  /** A page that runs no script. */
  public static Response.ResponseBuilder page(int status, byte[] html) {
    return Response.status(status)
        .entity(html)
        .header(HttpHeaders.CONTENT_TYPE, "text/html;charset=utf-8")
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header("Content-Security-Policy", NOTHING_BUT_OUR_FILES)
        .header("Referrer-Policy", "no-referrer")
        .header("X-Content-Type-Options", "nosniff")
        .header("X-Robots-Tag", "noindex, nofollow")
        .header("Cross-Origin-Opener-Policy", "same-origin");
  }
}
