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
    /** Problems are RFC 9457. */
    HTTP,

    /** Problems of what is posted are faults, which the endpoint itself writes. */
    SOAP
  }

  boolean contains(HttpServletRequest request) {
    return firstSegment.equals(FirstSegment.of(request));
  }

  /** Whether the endpoint answers a call beyond a limit. */
  boolean answersItself(HttpServletRequest request) {
    return protocol == Protocol.SOAP && "POST".equals(request.getMethod());
  }
}
