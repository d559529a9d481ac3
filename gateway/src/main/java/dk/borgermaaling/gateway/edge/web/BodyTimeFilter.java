package dk.borgermaaling.gateway.edge.web;

import dk.borgermaaling.gateway.edge.Incident;
import dk.borgermaaling.gateway.edge.ProblemResponse;
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
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Bounds the time that the whole body of another system's request may take, so that nobody holds a
 * thread by sending a byte now and then. Whoever reads the body meets the end of the time: a 408,
 * which over SOAP the endpoint answers with a fault of its version. A sender that falls silent is
 * the server's to end ({@code readTimeout} in {@code endpoints.xml}).
 */
public final class BodyTimeFilter implements Filter {
  private final Duration longest;
  private final LongSupplier nanoTime;

  /**
   * @param longest from the request's head to the end of its body, real time
   * @param nanoTime a clock that never goes back, nanoseconds from any start
   */
  public BodyTimeFilter(Duration longest, LongSupplier nanoTime) {
    this.longest = longest;
    this.nanoTime = nanoTime;
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest http = (HttpServletRequest) request;
    if (!SystemPaths.areOfMachines(http)) {
      chain.doFilter(request, response);
      return;
    }
    HttpServletResponse answer = (HttpServletResponse) response;
    try {
      chain.doFilter(new TimedRequest(http, answer, longest, nanoTime), response);
    } catch (ProblemException refused) {
      if (refused.problem().type() != ProblemType.TOO_SLOW) {
        throw refused;
      }
      ProblemResponse.send(answer, Incident.log(refused));
    }
  }
}
