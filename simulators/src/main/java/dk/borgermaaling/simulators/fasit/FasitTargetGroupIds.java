package dk.borgermaaling.simulators.fasit;

import dk.borgermaaling.simulators.world.TargetGroups;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * The tenant's ids of target groups: Fasit tells GUIDs, never codes. Only that of the
 * aktivitetsparate is known from public code; the others are made up in its likeness. Whoever
 * configures the gateway for the demonstration takes the table from here.
 */
public final class FasitTargetGroupIds {
  /** LAB section 6 code to the tenant's id. */
  public static final Map<String, UUID> BY_CODE;

  /** An id that is in no table. */
  public static final UUID UNKNOWN = UUID.fromString("00000000-1b27-e111-9ada-005056a823a6");

  static {
    Map<String, UUID> ids = new LinkedHashMap<>();
    ids.put("6.1", UUID.fromString("9e5c6a8e-1b27-e111-9ada-005056a823a6"));
    ids.put("6.2", UUID.fromString("a25c6a8e-1b27-e111-9ada-005056a823a6"));
    ids.put("6.3", UUID.fromString("a65c6a8e-1b27-e111-9ada-005056a823a6"));
    ids.put("6.4", UUID.fromString("ac5c6a8e-1b27-e111-9ada-005056a823a6"));
    ids.put("6.5", UUID.fromString("ae5c6a8e-1b27-e111-9ada-005056a823a6"));
    ids.put("6.6", UUID.fromString("b05c6a8e-1b27-e111-9ada-005056a823a6"));
    ids.put("6.7", UUID.fromString("b25c6a8e-1b27-e111-9ada-005056a823a6"));
    ids.put("6.8", UUID.fromString("b45c6a8e-1b27-e111-9ada-005056a823a6"));
    ids.put("6.9", UUID.fromString("b65c6a8e-1b27-e111-9ada-005056a823a6"));
    BY_CODE = Collections.unmodifiableMap(ids);
  }

  private FasitTargetGroupIds() {}

  static UUID of(String code) {
    UUID id = code.equals(TargetGroups.UNKNOWN_CODE) ? UNKNOWN : BY_CODE.get(code);
    if (id == null) {
      throw new IllegalArgumentException("Fasit has no target group " + code);
    }
    return id;
  }
}
