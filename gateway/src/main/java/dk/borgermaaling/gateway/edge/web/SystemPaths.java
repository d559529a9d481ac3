package dk.borgermaaling.gateway.edge.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;

/** The paths on which other systems call. */
final class SystemPaths {
  /** Never without mutual TLS. */
  private static final Set<String> WITH_CERTIFICATE = Set.of("fasit", "beskedfordeler");

  /** On both ports: {@code edge.callers} decides who needs a certificate. */
  private static final String REST = "rest";

  private SystemPaths() {}

  static boolean contain(HttpServletRequest request) {
    return needCertificate(request) || REST.equals(FirstSegment.of(request));
  }

  static boolean needCertificate(HttpServletRequest request) {
    return WITH_CERTIFICATE.contains(FirstSegment.of(request));
  }
}
