package dk.borgermaaling.kmd;

import dk.borgermaaling.gateway.caseevent.EventSource;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.kernel.NamedUuid;
import java.util.UUID;

/**
 * Ids of polled events: UUID version 5 (RFC 9562, section 5.5) of source, municipality, entity and
 * version, so that the same difference seen twice, or by two nodes, is one event.
 */
final class EventIds {
  /** Fixed for ever: another namespace would make every known event new. */
  static final UUID NAMESPACE = UUID.fromString("5b0c4a0e-7d6f-5c1c-9a83-3f1f0c6a5d21");

  private EventIds() {}

  static UUID of(EventSource source, MunicipalityCode municipality, String entity, int version) {
    return NamedUuid.version5(
        NAMESPACE, String.join("/", source.name(), municipality.value(), entity, "" + version));
  }
}
