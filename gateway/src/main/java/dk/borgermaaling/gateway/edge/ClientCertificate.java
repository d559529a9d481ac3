package dk.borgermaaling.gateway.edge;

import jakarta.servlet.http.HttpServletRequest;
import java.security.cert.X509Certificate;
import org.jspecify.annotations.Nullable;

/**
 * The certificate with which a mutual TLS caller proved its key; TLS has checked its path and
 * validity. Whether this caller may do what it asks is the resource's to decide, by thumbprint.
 */
public record ClientCertificate(Thumbprint thumbprint) {
  private static final String CONTAINER_ATTRIBUTE = "jakarta.servlet.request.X509Certificate";

  /** The caller's certificate; a request without one is not trusted. */
  public static ClientCertificate of(HttpServletRequest request) {
    ClientCertificate found = find(request);
    if (found == null) {
      throw Refusal.notTrusted("no client certificate");
    }
    return found;
  }

  /** The caller's certificate, if the connection has one. */
  public static @Nullable ClientCertificate find(HttpServletRequest request) {
    X509Certificate certificate = x509(request);
    return certificate == null ? null : new ClientCertificate(Thumbprint.of(certificate));
  }

  /** The certificate itself, if the connection has one. */
  public static @Nullable X509Certificate x509(HttpServletRequest request) {
    Object chain = request.getAttribute(CONTAINER_ATTRIBUTE);
    return chain instanceof X509Certificate[] certificates && certificates.length > 0
        ? certificates[0]
        : null;
  }
}
