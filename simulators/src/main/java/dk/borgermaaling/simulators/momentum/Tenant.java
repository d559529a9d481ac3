package dk.borgermaaling.simulators.momentum;

import dk.borgermaaling.simulators.world.Town;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One town's access to its Momentum.
 *
 * @param resource id of the API at Azure AD
 */
record Tenant(Town town, String clientId, String clientSecret, String apiKey, String resource) {

  /**
   * Reads {@code momentum.<municipality code>.client-id}, {@code client-secret}, {@code api-key}
   * and {@code resource}; a town without any of them is not served, one with some is an error.
   */
  static List<Tenant> of(Map<String, String> settings) {
    List<Tenant> tenants = new ArrayList<>();
    for (Town town : Town.values()) {
      String prefix = "momentum." + town.code() + ".";
      if (town.source() == Town.Source.MOMENTUM
          && settings.keySet().stream().anyMatch(key -> key.startsWith(prefix))) {
        tenants.add(
            new Tenant(
                town,
                required(settings, prefix + "client-id"),
                required(settings, prefix + "client-secret"),
                required(settings, prefix + "api-key"),
                required(settings, prefix + "resource")));
      }
    }
    return tenants;
  }

  private static String required(Map<String, String> settings, String key) {
    @Nullable String value = settings.get(key);
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException("the settings lack " + key);
    }
    return value;
  }

  @Override
  public String toString() {
    return "Tenant[" + town + "]";
  }
}
