package dk.borgermaaling.gateway.edge.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;

/** The paths on which other systems call with mutual TLS. */
final class SystemPaths {
  private static final Set<String> FIRST_SEGMENTS = Set.of("fasit", "beskedfordeler");

  private SystemPaths() {}

  static boolean contain(HttpServletRequest request) {
    return FIRST_SEGMENTS.contains(FirstSegment.of(request));
  }
}
