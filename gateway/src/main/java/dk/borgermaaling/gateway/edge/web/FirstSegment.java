package dk.borgermaaling.gateway.edge.web;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** What decides whose a request is. */
final class FirstSegment {
  private FirstSegment() {}

  /** Of the decoded path; empty segments and parameters do not hide it. */
  static String of(HttpServletRequest request) {
    String path = text(request.getServletPath()) + text(request.getPathInfo());
    for (String segment : path.split("/", -1)) {
      String name = segment.replaceFirst(";.*", "");
      if (!name.isEmpty() && !name.equals(".")) {
        return name;
      }
    }
    return "";
  }

  private static String text(@Nullable String part) {
    return part == null ? "" : part;
  }
}
