package dk.borgermaaling.gateway.edge.rest;

import dk.borgermaaling.gateway.edge.Incident;
import java.util.Optional;

/** How a problem looks to a person with a browser; a CDI bean of the pages' feature, if any. */
public interface ProblemPages {
  /**
   * The page of a problem.
   *
   * @param path of the request, decoded, with a leading slash
   * @return the HTML document, or empty when the path is not a page's
   */
  Optional<String> html(Incident incident, String path);
}
