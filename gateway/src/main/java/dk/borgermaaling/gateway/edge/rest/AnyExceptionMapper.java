package dk.borgermaaling.gateway.edge.rest;

import dk.borgermaaling.gateway.edge.Incident;
import dk.borgermaaling.gateway.kernel.Problem;
import dk.borgermaaling.gateway.kernel.ProblemException;
import dk.borgermaaling.gateway.kernel.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/**
 * Maps whatever a resource throws. One mapper for all, because Jakarta REST would otherwise pick
 * its own for the exceptions that we do not name, and those show class names.
 */
@Provider
@ApplicationScoped
public class AnyExceptionMapper implements ExceptionMapper<Throwable> {
  @Inject @Any private Instance<ProblemPages> pages;
  @Context private HttpHeaders headers;
  @Context private UriInfo uri;

  @Override
  public Response toResponse(Throwable thrown) {
    if (thrown instanceof WebApplicationException web && isAnswer(web.getResponse())) {
      return web.getResponse();
    }
    return ProblemResponses.of(incident(thrown), pages, headers, uri);
  }

  /** A redirect, or an answer that a resource has built for itself. */
  private static boolean isAnswer(Response response) {
    return response.getStatus() < 400 || response.hasEntity();
  }

  static Incident incident(Throwable thrown) {
    ProblemException known = Incident.problemIn(thrown);
    if (known == null && thrown instanceof WebApplicationException web) {
      return Incident.log(ofStatus(web.getResponse().getStatus()), web);
    }
    if (known == null && thrown instanceof ConstraintViolationException invalid) {
      return Incident.log(new Problem.Malformed("a parameter", "as the interface says"), invalid);
    }
    return Incident.log(thrown);
  }

  private static Problem ofStatus(int status) {
    return switch (status) {
      case 401 -> new Problem.NotTrusted();
      case 403 -> plain(ProblemType.NOT_ALLOWED, "This is not allowed");
      case 404 -> plain(ProblemType.NOT_FOUND, "Nothing is here");
      case 405 -> plain(ProblemType.METHOD_NOT_ALLOWED, "Another method is wanted");
      case 406, 415 -> plain(ProblemType.UNSUPPORTED_MEDIA_TYPE, "Another media type is wanted");
      case 413 -> plain(ProblemType.TOO_LARGE, "The message is too large");
      default ->
          status < 500
              ? new Problem.Malformed("the request", "as the interface says")
              : plain(ProblemType.INTERNAL, "The gateway failed; the incident is logged");
    };
  }

  private static Problem plain(ProblemType type, String detail) {
    return new Problem.Plain(type, detail);
  }
}
