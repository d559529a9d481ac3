package dk.borgermaaling.gateway.edge.callers;

import dk.borgermaaling.gateway.edge.Refusal;
import dk.borgermaaling.gateway.edge.Thumbprint;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The systems that may call REST; nobody else may, whatever token they show. */
public final class RestCallers {
  private final Map<Thumbprint, RestCaller> byCertificate = new HashMap<>();

  public RestCallers(List<RestCaller> callers) {
    for (RestCaller caller : callers) {
      if (byCertificate.put(caller.thumbprint(), caller) != null) {
        throw new IllegalArgumentException(caller.name() + " has the certificate of another");
      }
    }
  }

  /** The caller with this certificate. */
  public Optional<RestCaller> find(Thumbprint certificate) {
    return Optional.ofNullable(byCertificate.get(certificate));
  }

  /** The caller with this certificate; one that comes another way than its own is not trusted. */
  public RestCaller require(Thumbprint certificate, WayIn wayIn) {
    return find(certificate)
        .filter(caller -> caller.wayIn() == wayIn)
        .orElseThrow(() -> Refusal.notTrusted("no caller of REST comes this way with that key"));
  }
}
