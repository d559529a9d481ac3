package dk.borgermaaling.gateway.edge.web;

import dk.borgermaaling.gateway.edge.Incident;
import dk.borgermaaling.gateway.edge.ProblemResponse;
import dk.borgermaaling.gateway.edge.Refusal;
import dk.borgermaaling.gateway.kernel.Problem;
import dk.borgermaaling.gateway.kernel.ProblemType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;

/**
 * Reads the body of a request before anything parses it, up to the cap, whether or not its length
 * was told beforehand: the server itself would read a form of any size. Signed SOAP and the
 * citizen's page have caps of their own and read no further, to answer with a fault and a page. So
 * has a file that staff upload, which nobody reads before its sender is known to be staff.
 */
public final class SizeCapFilter implements Filter {
  private static final Set<String> CAPPED_BY_THEMSELVES = Set.of("soap", "s");

  /** Where every form is read by {@code StaffGate} alone. */
  private static final Set<String> UPLOADS = Set.of("lists", "console");

  private final int maxMessageBytes;
  private final int maxFormBytes;

  /**
   * @param maxMessageBytes of another system
   * @param maxFormBytes of anybody else
   */
  public SizeCapFilter(int maxMessageBytes, int maxFormBytes) {
    this.maxMessageBytes = maxMessageBytes;
    this.maxFormBytes = maxFormBytes;
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest http = (HttpServletRequest) request;
    if (CAPPED_BY_THEMSELVES.contains(FirstSegment.of(http)) || isUpload(http)) {
      chain.doFilter(request, response);
      return;
    }
    int maxBytes = SystemPaths.contain(http) ? maxMessageBytes : maxFormBytes;
    boolean announced = request.getContentLengthLong() > maxBytes;
    byte[] body;
    try {
      body = announced ? new byte[0] : request.getInputStream().readNBytes(maxBytes + 1);
    } catch (IOException e) {
      Problem problem =
          new Problem.Malformed("the body", "as long as the head of the request says");
      Incident incident =
          Incident.log(Refusal.of(problem, "a body that cannot be read to its end"));
      ProblemResponse.send((HttpServletResponse) response, incident);
      return;
    }
    if (announced || body.length > maxBytes) {
      Problem problem =
          new Problem.Plain(ProblemType.TOO_LARGE, "A message has at most " + maxBytes + " bytes");
      Incident incident = Incident.log(Refusal.of(problem, "refused before parsing"));
      ProblemResponse.send((HttpServletResponse) response, incident);
      return;
    }
    chain.doFilter(new ReadRequest(http, body), response);
  }

  private static boolean isUpload(HttpServletRequest request) {
    String type = request.getContentType();
    return type != null
        && type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data")
        && "POST".equals(request.getMethod())
        && UPLOADS.contains(FirstSegment.of(request));
  }
}
