package dk.borgermaaling.gateway.citizen;

import dk.borgermaaling.gateway.kernel.Recipient;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps who is who. Recipients are encrypted at rest; the same recipient always has the same id.
 */
public interface CitizenVault {
  /**
   * The id of this recipient; makes one the first time. Safe when two nodes meet the same recipient
   * at once.
   */
  CitizenId idOf(Recipient recipient);

  /** The ids of all of these, as {@link #idOf} gives them one by one. */
  default Map<Recipient, CitizenId> idsOf(Collection<Recipient> recipients) {
    Map<Recipient, CitizenId> ids = new LinkedHashMap<>();
    recipients.forEach(recipient -> ids.computeIfAbsent(recipient, this::idOf));
    return ids;
  }

  /** The id of this recipient, if there is one; makes none. */
  Optional<CitizenId> find(Recipient recipient);

  /** The ids of those that there are; makes none. */
  default Map<Recipient, CitizenId> known(Collection<Recipient> recipients) {
    Map<Recipient, CitizenId> ids = new LinkedHashMap<>();
    recipients.forEach(
        recipient -> find(recipient).ifPresent(citizen -> ids.put(recipient, citizen)));
    return ids;
  }

  /**
   * Who this is, by the number that holds now. Only the code that sends a message, or names a
   * person who is told of by id alone, has a reason to ask.
   */
  Recipient recipientOf(CitizenId id);

  /** What rules may know of recipients without knowing who they are, by the ids' own numbers. */
  default Map<CitizenId, CitizenTraits> traitsOf(Collection<CitizenId> ids) {
    Map<CitizenId, CitizenTraits> traits = new HashMap<>();
    ids.forEach(id -> traits.put(id, CitizenTraits.of(recipientOf(id))));
    return traits;
  }
}
