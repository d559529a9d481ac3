package dk.borgermaaling.gateway.edge.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;

/** The paths on which other systems call with mutual TLS. */
final class SystemPaths {
  private static final Set<String> FIRST_SEGMENTS = Set.of("fasit", "beskedfordeler");

  private SystemPaths() {}

  /** Decides on the decoded path; empty segments and parameters do not hide the first one. */
  static boolean contain(HttpServletRequest request) {
    String path = text(request.getServletPath()) + text(request.getPathInfo());
    for (String segment : path.split("/", -1)) {
      String name = segment.replaceFirst(";.*", "");
      if (!name.isEmpty() && !name.equals(".")) {
        return FIRST_SEGMENTS.contains(name);
      }
    }
    return false;
  }

  private static String text(@org.jspecify.annotations.Nullable String part) {
    return part == null ? "" : part;
  }
}
