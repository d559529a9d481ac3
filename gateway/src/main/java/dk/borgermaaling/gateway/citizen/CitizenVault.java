package dk.borgermaaling.gateway.citizen;

import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.kernel.Recipient;
import java.util.Collection;
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
   * Who this is to a municipality, by the number that holds now as far as it has told itself: what
   * another has told of the number does not count. Only the code that sends a message of that
   * municipality, or names a person whom it tells of by id alone, has a reason to ask.
   */
  Recipient recipientOf(CitizenId id, MunicipalityCode municipality);
}
