package dk.borgermaaling.gateway.caselist;

import dk.borgermaaling.gateway.caseevent.CaseEvent;
import dk.borgermaaling.gateway.caseevent.EventSource;
import dk.borgermaaling.gateway.caseevent.FeedMemory;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.kernel.NamedUuid;
import dk.borgermaaling.gateway.kernel.Recipient;
import java.util.UUID;

/**
 * A draft as a version of its entity, compared with what earlier lists have told.
 *
 * @param version that the event has, or had
 */
record Matched(Draft draft, String entityId, int version, String state, Standing standing) {
  /** Fixed for ever: another namespace would make every known event new. */
  private static final UUID EVENTS = UUID.fromString("8d9f3f43-5f2e-5a0c-9c0e-0f6d5b1f7c62");

  /** What an earlier list has told of it. */
  enum Standing {
    NEW,
    /** The same. */
    DUPLICATE,
    /** Something else. */
    CORRECTED
  }

  CaseEvent event(MunicipalityCode municipality) {
    return event(municipality, draft, entityId, version);
  }

  /** The next version, where the way in knows this one with other content. */
  Matched after(int stored) {
    return new Matched(draft, entityId, stored + 1, state, Standing.CORRECTED);
  }

  FeedMemory.Entry entry() {
    return new FeedMemory.Entry(version, state);
  }

  private static CaseEvent event(
      MunicipalityCode municipality, Draft draft, String entityId, int version) {
    return new CaseEvent(
        NamedUuid.version5(
            EVENTS,
            String.join(
                "/", EventSource.LIST.name(), municipality.value(), entityId, "" + version)),
        EventSource.LIST,
        municipality,
        entityId,
        version,
        false,
        draft.occurredAt(),
        new Recipient.Person(draft.cpr()),
        draft.group(),
        draft.course(),
        draft.happening());
  }
}
