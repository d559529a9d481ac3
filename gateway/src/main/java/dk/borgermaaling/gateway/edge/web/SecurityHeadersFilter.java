package dk.borgermaaling.gateway.edge.web;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;

/**
 * Headers that every answer has. They are set first, and a resource that knows better (a style
 * sheet that may be cached, a page with a stricter policy) replaces them: none is ever there twice.
 */
public final class SecurityHeadersFilter implements Filter {
  private static final String POLICY =
      "default-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self';"
          + " frame-ancestors 'none'";

  private static final Set<String> OURS =
      Set.of(
          "x-content-type-options",
          "referrer-policy",
          "content-security-policy",
          "cache-control",
          "strict-transport-security");

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletResponse http = new OneOfEach((HttpServletResponse) response);
    http.setHeader("X-Content-Type-Options", "nosniff");
    http.setHeader("Referrer-Policy", "no-referrer");
    http.setHeader("Content-Security-Policy", POLICY);
    http.setHeader("Cache-Control", "no-store");
    if (request.isSecure()) {
      http.setHeader("Strict-Transport-Security", "max-age=31536000");
    }
    chain.doFilter(request, http);
  }

  private static final class OneOfEach extends HttpServletResponseWrapper {
    OneOfEach(HttpServletResponse response) {
      super(response);
    }

    @Override
    public void addHeader(String name, String value) {
      if (OURS.contains(name.toLowerCase(Locale.ROOT))) {
        super.setHeader(name, value);
      } else {
        super.addHeader(name, value);
      }
    }
  }
}
