package dk.borgermaaling.gateway.notification;

import java.util.Collections;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The IT systems (RelateretObjekt/ObjektId) that we send as. A queue carries the receipts of all
 * systems of a municipality.
 *
 * @param ids UUIDs or URNs in any case; none when nobody has told them: then nothing is foreign
 */
public record OwnSystems(Set<String> ids) {
  public OwnSystems {
    ids = ids.stream().map(id -> id.strip().toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    ids = Set.copyOf(ids);
  }

  /** Whether a message that names these systems is another's. One that names none is not. */
  boolean isForeign(Set<String> systems) {
    return !ids.isEmpty() && !systems.isEmpty() && Collections.disjoint(ids, systems);
  }
}
