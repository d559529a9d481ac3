package dk.borgermaaling.gateway.edge.web;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Paths whose calls are counted.
 *
 * @param firstSegment of the paths
 * @param protocol in which a call beyond a limit is answered
 */
public record LimitedPath(String firstSegment, Protocol protocol) {
  /** What is spoken there. */
  public enum Protocol {
    /** Every request is a call; problems are RFC 9457. */
    HTTP,

    /** What is posted is a call; problems are faults, which the endpoint itself writes. */
    SOAP
  }

  boolean contains(HttpServletRequest request) {
    return (protocol == Protocol.HTTP || "POST".equals(request.getMethod()))
        && firstSegment.equals(FirstSegment.of(request));
  }
}
