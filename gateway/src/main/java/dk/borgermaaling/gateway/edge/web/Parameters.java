package dk.borgermaaling.gateway.edge.web;

import dk.borgermaaling.gateway.kernel.Problem;
import dk.borgermaaling.gateway.kernel.ProblemException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Parameters of a request as the servlet specification counts them: the address's first, then the
 * form's. All are URL-encoded UTF-8.
 */
final class Parameters {
  private Parameters() {}

  static Map<String, String[]> of(@Nullable String query, byte[] form) {
    Map<String, String[]> parameters = new LinkedHashMap<>();
    add(query == null ? "" : query, parameters);
    add(new String(form, StandardCharsets.US_ASCII), parameters);
    return parameters;
  }

  private static void add(String text, Map<String, String[]> parameters) {
    for (String pair : text.split("&", -1)) {
      if (!pair.isEmpty()) {
        int equals = pair.indexOf('=');
        String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
        String[] value = {equals < 0 ? "" : decoded(pair.substring(equals + 1))};
        parameters.merge(name, value, Parameters::joined);
      }
    }
  }

  private static String[] joined(String[] first, String[] then) {
    return Stream.of(first, then).flatMap(Stream::of).toArray(String[]::new);
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new ProblemException(new Problem.Malformed("form", "URL-encoded UTF-8"), e);
    }
  }
}
