package dk.borgermaaling.schultz;

import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import java.util.Set;

/**
 * A municipality's own Fasit, as Schultz names it, and the certificates it may come with.
 *
 * @param thumbprints SHA-256 of the certificates, lower case hexadecimal; two while one is
 *     replaced, none when it delivers files alone
 */
public record Tenant(String name, MunicipalityCode municipality, Set<String> thumbprints) {
  public Tenant {
    thumbprints = Set.copyOf(thumbprints);
    if (!name.matches("[a-z][a-z0-9\\-]{0,39}")) {
      throw new IllegalArgumentException("gateway.schultz.tenants-file names a tenant wrongly");
    }
    if (!thumbprints.stream().allMatch(t -> t.matches("[0-9a-f]{64}"))) {
      throw new IllegalArgumentException(
          "gateway.schultz.tenants-file needs a SHA-256 thumbprint of tenant " + name);
    }
  }
}
