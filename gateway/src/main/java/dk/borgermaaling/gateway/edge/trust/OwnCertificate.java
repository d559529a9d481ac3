package dk.borgermaaling.gateway.edge.trust;

import java.security.cert.X509Certificate;

/** A certificate of the gateway that must be warned of before it expires. */
public interface OwnCertificate {
  /** What it is for, as alarms name it. */
  String role();

  /** The one in force now. */
  X509Certificate certificate();
}
