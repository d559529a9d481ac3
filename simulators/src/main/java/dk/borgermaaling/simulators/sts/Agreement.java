package dk.borgermaaling.simulators.sts;

import java.util.List;

/**
 * A service agreement (serviceaftale) that a municipality has approved: this system may call this
 * service on its behalf.
 *
 * @param roles privilege URIs; empty gives the placeholder that services without roles use
 */
public record Agreement(String system, String entityId, String cvr, List<String> roles) {
  static final String NO_ROLE =
      "http://serviceplatformen.serviceplatformen.dk/roles/servicesystemrole/dummy/1";

  public Agreement {
    roles = roles.isEmpty() ? List.of(NO_ROLE) : List.copyOf(roles);
  }
}
