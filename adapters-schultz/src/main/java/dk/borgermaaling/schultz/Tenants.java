package dk.borgermaaling.schultz;

import dk.borgermaaling.gateway.kernel.Problem;
import dk.borgermaaling.gateway.kernel.ProblemException;
import dk.borgermaaling.gateway.kernel.ProblemType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The tenants that may send, found by the thumbprint of the certificate. */
public final class Tenants {
  private final Map<String, Tenant> byThumbprint = new HashMap<>();

  private final Map<String, Tenant> byName = new TreeMap<>();

  public Tenants(List<Tenant> tenants) {
    for (Tenant tenant : tenants) {
      byName.put(tenant.name(), tenant);
      for (String thumbprint : tenant.thumbprints()) {
        if (byThumbprint.put(thumbprint, tenant) != null) {
          throw new IllegalArgumentException(
              "gateway.schultz.tenants-file has one certificate for two tenants");
        }
      }
    }
  }

  /**
   * @throws ProblemException {@code NOT_ALLOWED} for a certificate that is nobody's
   */
  Tenant byThumbprint(String thumbprint) {
    Tenant tenant = byThumbprint.get(thumbprint);
    if (tenant == null) {
      throw notAllowed();
    }
    return tenant;
  }

  /** By name. */
  public List<Tenant> all() {
    return List.copyOf(byName.values());
  }

  public Optional<Tenant> named(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  static ProblemException notAllowed() {
    return new ProblemException(
        new Problem.Plain(
            ProblemType.NOT_ALLOWED, "The certificate may not send events of this tenant"));
  }
}
