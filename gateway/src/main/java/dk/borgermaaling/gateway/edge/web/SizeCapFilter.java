package dk.borgermaaling.gateway.edge.web;

import dk.borgermaaling.gateway.edge.Incident;
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

/**
 * Reads the body of another system's request before anything parses it, up to the cap, whether or
 * not its length was told beforehand. Signed SOAP does the same by itself, to answer with a fault.
 */
public final class SizeCapFilter implements Filter {
  private final int maxBytes;

  public SizeCapFilter(int maxBytes) {
    this.maxBytes = maxBytes;
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest http = (HttpServletRequest) request;
    if (!SystemPaths.contain(http)) {
      chain.doFilter(request, response);
      return;
    }
    boolean announced = request.getContentLengthLong() > maxBytes;
    byte[] body = announced ? new byte[0] : request.getInputStream().readNBytes(maxBytes + 1);
    if (announced || body.length > maxBytes) {
      Problem problem =
          new Problem.Plain(ProblemType.TOO_LARGE, "A message has at most " + maxBytes + " bytes");
      Incident incident = Incident.log(Refusal.of(problem, "refused before parsing"));
      ProblemResponse.send((HttpServletResponse) response, incident);
      return;
    }
    chain.doFilter(new ReadRequest(http, body), response);
  }
}
