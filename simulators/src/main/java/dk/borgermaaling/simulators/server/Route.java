package dk.borgermaaling.simulators.server;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A method and a path with what answers them.
 *
 * @param path segments are compared as they are; {@code {name}} takes any one segment, and a last
 *     segment {@code **} takes the rest
 * @param maxBody longest request body in bytes; a longer one is answered 413
 */
public record Route(String method, String path, int maxBody, Handler handler) {
  private static final int DEFAULT_MAX_BODY = 2_000_000;

  public static Route get(String path, Handler handler) {
    return new Route("GET", path, DEFAULT_MAX_BODY, handler);
  }

  public static Route post(String path, Handler handler) {
    return new Route("POST", path, DEFAULT_MAX_BODY, handler);
  }

  public static Route put(String path, Handler handler) {
    return new Route("PUT", path, DEFAULT_MAX_BODY, handler);
  }

  public static Route delete(String path, Handler handler) {
    return new Route("DELETE", path, DEFAULT_MAX_BODY, handler);
  }

  /** The same route with another size cap. */
  public Route withMaxBody(int bytes) {
    return new Route(method, path, bytes, handler);
  }

  /** The path's variables if it fits, {@code **} under its own name. */
  Optional<Map<String, String>> match(List<String> segments) {
    List<String> wanted = segments(path);
    Map<String, String> variables = new HashMap<>();
    for (int i = 0; i < wanted.size(); i++) {
      String want = wanted.get(i);
      if (want.equals("**")) {
        variables.put("**", String.join("/", segments.subList(i, segments.size())));
        return Optional.of(variables);
      }
      if (i >= segments.size()) {
        return Optional.empty();
      }
      if (want.startsWith("{")) {
        variables.put(want.substring(1, want.length() - 1), segments.get(i));
      } else if (!want.equals(segments.get(i))) {
        return Optional.empty();
      }
    }
    return wanted.size() == segments.size() ? Optional.of(variables) : Optional.empty();
  }

  /** A trailing slash makes an empty last segment, so that it is not the same path without it. */
  static List<String> segments(String path) {
    return List.of(path.substring(1).split("/", -1));
  }
}
