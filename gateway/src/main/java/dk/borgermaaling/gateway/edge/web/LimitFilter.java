package dk.borgermaaling.gateway.edge.web;

import dk.borgermaaling.gateway.edge.Incident;
import dk.borgermaaling.gateway.edge.ProblemResponse;
import dk.borgermaaling.gateway.edge.limit.CallLimits;
import dk.borgermaaling.gateway.edge.limit.LimitedCall;
import dk.borgermaaling.gateway.kernel.ProblemException;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Counts the calls of other systems before their bodies are read. Beyond its limit a caller gets a
 * 429 with {@code Retry-After}; over SOAP the endpoint answers so, with a fault of its version.
 */
public final class LimitFilter implements Filter {
  private final CallLimits limits;
  private final List<LimitedPath> paths;

  public LimitFilter(CallLimits limits, List<LimitedPath> paths) {
    this.limits = limits;
    this.paths = List.copyOf(paths);
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest http = (HttpServletRequest) request;
    Optional<LimitedPath> path = paths.stream().filter(one -> one.contains(http)).findFirst();
    if (path.isEmpty()) {
      chain.doFilter(request, response);
      return;
    }
    LimitedCall call = limits.begin(http);
    int status = HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    try {
      serve(call, path.get(), http, response, chain);
      status = ((HttpServletResponse) response).getStatus();
    } finally {
      call.end(status);
    }
  }

  private static void serve(
      LimitedCall call,
      LimitedPath path,
      HttpServletRequest request,
      ServletResponse response,
      FilterChain chain)
      throws IOException, ServletException {
    if (!path.answersItself(request)) {
      try {
        call.requireWithin();
      } catch (ProblemException limited) {
        ProblemResponse.send((HttpServletResponse) response, Incident.log(limited));
        return;
      }
    }
    chain.doFilter(request, response);
  }
}
