package dk.borgermaaling.gateway.beskedfordeler;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What of a message (Haendelsesbesked) is used. Its credentials (KildesystemAkkreditiver) and the
 * count of its deliveries are not.
 *
 * @param id BeskedId: the same for every delivery; of one that is a URN, a UUID made from it. Empty
 *     when absent
 * @param receivers TilladtModtager, in lower case
 * @param authorities ObjektAnsvarligMyndighed of all its registrations, in lower case
 * @param contents how many Beskeddata there are
 * @param payloads Base64 of each payload that stands where the envelope has it
 */
public record Message(
    Optional<UUID> id,
    List<String> receivers,
    List<String> authorities,
    int contents,
    List<String> payloads) {
  public Message {
    receivers = List.copyOf(receivers);
    authorities = List.copyOf(authorities);
    payloads = List.copyOf(payloads);
  }

  /** Holds payloads, so none of it is for a log. */
  @Override
  public String toString() {
    return "Message[" + id.map(UUID::toString).orElse("without id") + "]";
  }
}
