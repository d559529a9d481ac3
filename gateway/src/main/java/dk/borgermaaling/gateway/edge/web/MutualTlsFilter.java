package dk.borgermaaling.gateway.edge.web;

import dk.borgermaaling.gateway.edge.ClientCertificate;
import dk.borgermaaling.gateway.edge.Incident;
import dk.borgermaaling.gateway.edge.ProblemResponse;
import dk.borgermaaling.gateway.edge.Refusal;
import dk.borgermaaling.gateway.edge.trust.Revocation;
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
import java.security.cert.X509Certificate;

/**
 * Lets other systems in only with a client certificate that is not revoked, whatever port they come
 * to, and serves nothing else on the port of mutual TLS: a browser that holds a certificate has no
 * business there.
 */
public final class MutualTlsFilter implements Filter {
  private final int mutualTlsPort;
  private final Revocation revocation;

  public MutualTlsFilter(int mutualTlsPort, Revocation revocation) {
    this.mutualTlsPort = mutualTlsPort;
    this.revocation = revocation;
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest http = (HttpServletRequest) request;
    try {
      require(http);
    } catch (ProblemException e) {
      ProblemResponse.send((HttpServletResponse) response, Incident.log(e));
      return;
    }
    chain.doFilter(request, response);
  }

  private void require(HttpServletRequest request) {
    if (SystemPaths.contain(request)) {
      X509Certificate caller = ClientCertificate.x509(request);
      if (caller != null) {
        revocation.requireCaller(caller);
      } else if (SystemPaths.needCertificate(request)) {
        throw Refusal.notTrusted("no client certificate");
      }
    } else if (request.getLocalPort() == mutualTlsPort) {
      throw Refusal.of(
          new Problem.Plain(ProblemType.NOT_FOUND, "Pages are on another port"),
          "a page on the port of mutual TLS");
    }
  }
}
