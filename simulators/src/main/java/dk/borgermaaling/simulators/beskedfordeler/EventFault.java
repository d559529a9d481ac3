package dk.borgermaaling.simulators.beskedfordeler;

import java.util.Arrays;
import java.util.Optional;

/** What can be wrong with case events on their way by Beskedfordeler. */
public enum EventFault {
  /** Every event comes again in another message of its own. */
  DOUBLED("doubled"),
  /** The last message comes first. */
  REORDERED("reordered"),
  /** Every message comes again with the same BeskedId and the next AntalLeveranceforsoeg. */
  REDELIVERED("redelivered"),
  /** The envelope names another municipality than the event. */
  WRONG_MUNICIPALITY("wrong-municipality"),
  /** The payload ends in the middle. */
  UNPARSABLE_PAYLOAD("unparsable-payload"),
  /** The payload's element has the envelope's namespace. */
  WRONG_NAMESPACE("wrong-namespace"),
  /** Everything occurred 40 days earlier: more than an event may be late. */
  LATE("late"),
  /** The message has no BeskedId. */
  MISSING_ID("missing-id");

  private final String slug;

  EventFault(String slug) {
    this.slug = slug;
  }

  static Optional<EventFault> of(String slug) {
    return Arrays.stream(values()).filter(value -> value.slug.equals(slug)).findFirst();
  }
}
