package dk.borgermaaling.gateway.edge.web;

import dk.borgermaaling.gateway.edge.ClientCertificate;
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

/**
 * Lets other systems in only with a client certificate, whatever port they come to, and serves
 * nothing else on the port of mutual TLS: a browser that holds a certificate has no business there.
 */
public final class MutualTlsFilter implements Filter {
  private final int mutualTlsPort;

  public MutualTlsFilter(int mutualTlsPort) {
    this.mutualTlsPort = mutualTlsPort;
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest http = (HttpServletRequest) request;
    boolean system = SystemPaths.contain(http);
    if (SystemPaths.needCertificate(http) && ClientCertificate.find(http) == null) {
      refuse(response, new Problem.NotTrusted(), "no client certificate");
    } else if (!system && request.getLocalPort() == mutualTlsPort) {
      refuse(
          response,
          new Problem.Plain(ProblemType.NOT_FOUND, "Pages are on another port"),
          "a page on the port of mutual TLS");
    } else {
      chain.doFilter(request, response);
    }
  }

  private static void refuse(ServletResponse response, Problem problem, String reason)
      throws IOException {
    Incident incident = Incident.log(Refusal.of(problem, reason));
    ProblemResponse.send((HttpServletResponse) response, incident);
  }
}
