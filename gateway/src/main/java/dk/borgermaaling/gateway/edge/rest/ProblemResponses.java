package dk.borgermaaling.gateway.edge.rest;

import dk.borgermaaling.gateway.edge.Incident;
import dk.borgermaaling.gateway.edge.ProblemJson;
import dk.borgermaaling.gateway.edge.ProblemResponse;
import dk.borgermaaling.gateway.kernel.ProblemType;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One incident as an HTTP answer: a page for a browser, RFC 9457 for everybody else. */
final class ProblemResponses {
  private ProblemResponses() {}

  static Response of(
      Incident incident,
      Iterable<ProblemPages> pages,
      @Nullable HttpHeaders headers,
      @Nullable UriInfo uri) {
    Response.ResponseBuilder response = Response.status(incident.problem().type().status());
    Duration tryAgainAfter = incident.problem().tryAgainAfter();
    if (tryAgainAfter != null) {
      response.header(HttpHeaders.RETRY_AFTER, tryAgainAfter.toSeconds());
    }
    Optional<String> page = page(incident, pages, headers, uri);
    if (page.isEmpty() && incident.problem().type() == ProblemType.NOT_TRUSTED) {
      response.header(HttpHeaders.WWW_AUTHENTICATE, ProblemResponse.CHALLENGE);
    }
    return page.isPresent()
        ? response.type(MediaType.TEXT_HTML + ";charset=UTF-8").entity(page.get()).build()
        : response.type(ProblemJson.MEDIA_TYPE).entity(ProblemJson.of(incident)).build();
  }

  private static Optional<String> page(
      Incident incident,
      Iterable<ProblemPages> pages,
      @Nullable HttpHeaders headers,
      @Nullable UriInfo uri) {
    if (headers == null || uri == null || !wantsPage(headers)) {
      return Optional.empty();
    }
    String path = uri.getPath();
    for (ProblemPages candidate : pages) {
      Optional<String> html = candidate.html(incident, path.startsWith("/") ? path : "/" + path);
      if (html.isPresent()) {
        return html;
      }
    }
    return Optional.empty();
  }

  private static boolean wantsPage(HttpHeaders headers) {
    return headers.getAcceptableMediaTypes().stream()
        .anyMatch(type -> !type.isWildcardType() && type.isCompatible(MediaType.TEXT_HTML_TYPE));
  }
}
