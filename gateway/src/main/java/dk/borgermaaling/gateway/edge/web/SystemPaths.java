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

  /** Signed by itself; its endpoint answers problems as faults. */
  private static final String SOAP = "soap";

  /** Those of {@link #contain}, and SOAP. */
  static boolean areOfMachines(HttpServletRequest request) {
    return contain(request) || SOAP.equals(FirstSegment.of(request));
  }

  static boolean contain(HttpServletRequest request) {
    return needCertificate(request) || REST.equals(FirstSegment.of(request));
  }

  static boolean needCertificate(HttpServletRequest request) {
    return WITH_CERTIFICATE.contains(FirstSegment.of(request));
  }
}
