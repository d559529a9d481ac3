package dk.borgermaaling.gateway.edge.web;

import dk.borgermaaling.gateway.edge.Incident;
import dk.borgermaaling.gateway.edge.ProblemResponse;
import dk.borgermaaling.gateway.edge.Refusal;
import dk.borgermaaling.gateway.kernel.Problem;
import dk.borgermaaling.gateway.kernel.ProblemException;
import dk.borgermaaling.gateway.kernel.ProblemType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Refuses a request whose end or address another server on its way could have seen elsewhere
 * (request smuggling; RFC 9112, sections 3.2, 6.1 and 6.3), and a body that would have to be
 * unpacked. The server itself takes them in, and chooses one reading.
 */
public final class OneReadingFilter implements Filter {
  private static final int DELETE = 0x7F;
  private static final List<String> VERSIONS = List.of("HTTP/1.0", "HTTP/1.1", "HTTP/2.0");

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    ProblemException refused = refusal((HttpServletRequest) request);
    if (refused == null) {
      chain.doFilter(request, response);
      return;
    }
    HttpServletResponse answer = (HttpServletResponse) response;
    // Whatever follows on this connection may be the rest of what was refused.
    answer.setHeader("Connection", "close");
    ProblemResponse.send(answer, Incident.log(refused));
  }

  private static @Nullable ProblemException refusal(HttpServletRequest request) {
    if (!VERSIONS.contains(request.getProtocol())) {
      return ambiguous("the version", "one of " + VERSIONS);
    }
    List<String> lengths = lengths(request);
    List<String> encodings = lines(request, "Transfer-Encoding");
    if (lengths.size() > 1 || (!lengths.isEmpty() && !encodings.isEmpty())) {
      return ambiguous("Content-Length", "one number, and not beside Transfer-Encoding");
    }
    if (encodings.size() > 1
        || (encodings.size() == 1 && !encodings.get(0).equalsIgnoreCase("chunked"))) {
      return ambiguous("Transfer-Encoding", "chunked, once");
    }
    if (lines(request, "Host").size() > 1) {
      return ambiguous("Host", "there once");
    }
    for (String name : Collections.list(request.getHeaderNames())) {
      if (lines(request, name).stream().anyMatch(OneReadingFilter::hasControls)) {
        return ambiguous("a header field", "without control characters");
      }
    }
    if (lines(request, "Content-Encoding").stream()
        .anyMatch(coding -> !coding.equalsIgnoreCase("identity"))) {
      return Refusal.of(
          new Problem.Plain(
              ProblemType.UNSUPPORTED_MEDIA_TYPE, "A body is taken as it is, not compressed"),
          "a compressed body");
    }
    return null;
  }

  /**
   * Liberty shows the length of an HTTP/2 request twice, and of two different ones in HTTP/1 the
   * first alone, by which it reads. HTTP/2 has {@code :authority} in place of {@code Host}, so a
   * request with a host is read strictly, whatever it calls itself in its first line.
   */
  private static List<String> lengths(HttpServletRequest request) {
    List<String> lengths = lines(request, "Content-Length");
    boolean framed = "HTTP/2.0".equals(request.getProtocol()) && lines(request, "Host").isEmpty();
    return framed ? lengths.stream().distinct().toList() : lengths;
  }

  private static ProblemException ambiguous(String field, String expected) {
    return Refusal.of(
        new Problem.Malformed(field, expected),
        "a request that can be read in two ways: " + field + " is not " + expected);
  }

  private static boolean hasControls(String value) {
    return value.chars().anyMatch(c -> (c < ' ' && c != '\t') || c == DELETE);
  }

  private static List<String> lines(HttpServletRequest request, String name) {
    return Collections.list(request.getHeaders(name));
  }
}
