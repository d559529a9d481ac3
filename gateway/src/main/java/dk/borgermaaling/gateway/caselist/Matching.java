package dk.borgermaaling.gateway.caselist;

import dk.borgermaaling.gateway.caseevent.EventSource;
import dk.borgermaaling.gateway.caseevent.FeedMemory;
import dk.borgermaaling.gateway.caseevent.FeedMemory.Entry;
import dk.borgermaaling.gateway.caselist.Matched.Standing;
import dk.borgermaaling.gateway.citizen.CitizenId;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.kernel.Recipient;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds out which drafts are new, in a transaction that is open. */
record Matching(FeedMemory memory, MunicipalityCode municipality) {
  /** Stands for a citizen whom the vault does not know: nothing can be remembered of one. */
  private static final CitizenId NOBODY = new CitizenId(new java.util.UUID(0, 0));

  static List<Recipient> recipients(Collection<Draft> drafts) {
    return drafts.stream()
        .<Recipient>map(draft -> new Recipient.Person(draft.cpr()))
        .distinct()
        .toList();
  }

  /**
   * Compares drafts with what is remembered; no two of them tell of the same thing.
   *
   * @param citizens those that the vault knows
   */
  List<Matched> match(List<Draft> drafts, Map<Recipient, CitizenId> citizens) {
    Map<Draft, CitizenId> whose = new HashMap<>();
    List<String> entities = new ArrayList<>();
    for (Draft draft : drafts) {
      CitizenId citizen = citizens.getOrDefault(new Recipient.Person(draft.cpr()), NOBODY);
      whose.put(draft, citizen);
      entities.add(draft.entityId(municipality, citizen));
    }
    Map<String, Entry> known = memory.recall(EventSource.LIST, municipality, entities);
    List<Matched> matched = new ArrayList<>();
    for (int i = 0; i < drafts.size(); i++) {
      Draft draft = drafts.get(i);
      String state = draft.state(whose.getOrDefault(draft, NOBODY));
      matched.add(matched(draft, entities.get(i), state, known.get(entities.get(i))));
    }
    return matched;
  }

  private static Matched matched(
      Draft draft, String entityId, String state, @Nullable Entry known) {
    if (known == null) {
      return new Matched(draft, entityId, 1, state, Standing.NEW);
    }
    return known.state().equals(state)
        ? new Matched(draft, entityId, known.version(), state, Standing.DUPLICATE)
        : new Matched(draft, entityId, known.version() + 1, state, Standing.CORRECTED);
  }
}
