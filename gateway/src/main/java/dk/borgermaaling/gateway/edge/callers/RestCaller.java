package dk.borgermaaling.gateway.edge.callers;

import dk.borgermaaling.gateway.edge.Caller;
import dk.borgermaaling.gateway.edge.Refusal;
import dk.borgermaaling.gateway.edge.Thumbprint;
import dk.borgermaaling.gateway.kernel.Cvr;
import java.security.cert.X509Certificate;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A system that may call REST.
 *
 * @param name for the log and for people
 * @param certificate the one with which it comes
 * @param wayIn how it proves to hold that certificate's key
 * @param authorities the roles by authority that it has without a token; empty unless it signs
 */
public record RestCaller(
    String name, X509Certificate certificate, WayIn wayIn, Map<Cvr, Set<String>> authorities) {
  public RestCaller {
    authorities = Map.copyOf(authorities);
    if ((wayIn == WayIn.SIGNATURE) == authorities.isEmpty()) {
      throw new IllegalArgumentException(
          name + ": authorities are told for callers that sign, and for no others");
    }
  }

  public Thumbprint thumbprint() {
    return Thumbprint.of(certificate);
  }

  /**
   * The caller as it acts for one of its authorities.
   *
   * @param cvr the authority that the request names, or null when it names none: the only one
   */
  Caller actingFor(@Nullable Cvr cvr) {
    if (cvr == null && authorities.size() != 1) {
      throw Refusal.notTrusted("the caller has several authorities and names none");
    }
    Cvr authority = cvr == null ? authorities.keySet().iterator().next() : cvr;
    Set<String> roles = authorities.get(authority);
    if (roles == null) {
      throw Refusal.notTrusted("the caller does not act for this authority");
    }
    return new Caller(authority, thumbprint(), roles);
  }
}
