package dk.borgermaaling.gateway.caseevent;

import dk.borgermaaling.gateway.kernel.NamedUuid;
import java.util.UUID;

/**
 * An entity taken back (berigtigelse): an event itself, the next version of the entity.
 *
 * @param eventId of the withdrawal, not of what it takes back
 * @param version of the withdrawal; what is told of the entity after it has a higher one
 */
public record Withdrawal(UUID eventId, int version) {
  /** Fixed for ever: another namespace would make every repeat a new withdrawal. */
  private static final UUID NAMESPACE = UUID.fromString("0f2d9a52-64c1-5c0e-8f0b-9a1c7d3e5b46");

  /** Has the same id every time the same version is withdrawn: a repeat is found by it. */
  static Withdrawal of(StoredCaseEvent told) {
    return of(new VersionKey(told.municipality(), told.source(), told.entityId(), told.version()));
  }

  /** As {@link #of(StoredCaseEvent)}, of a version that is not stored. */
  static Withdrawal of(VersionKey told) {
    String name =
        String.join(
            "/",
            told.source().name(),
            told.municipality().value(),
            told.entityId(),
            "withdrawn",
            Integer.toString(told.version()));
    return new Withdrawal(NamedUuid.version5(NAMESPACE, name), told.version() + 1);
  }
}
