package dk.borgermaaling.schultz.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.security.cert.X509Certificate;
import java.util.Optional;

/** The certificate that the client has proved to own in the TLS handshake. */
@FunctionalInterface
public interface PeerCertificate {
  /** As the servlet container tells it. */
  PeerCertificate OF_THE_CONTAINER =
      request ->
          request.getAttribute("jakarta.servlet.request.X509Certificate")
                      instanceof X509Certificate[] chain
                  && chain.length > 0
              ? Optional.of(chain[0])
              : Optional.empty();

  Optional<X509Certificate> of(HttpServletRequest request);
}
