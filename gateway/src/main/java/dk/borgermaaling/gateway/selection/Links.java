package dk.borgermaaling.gateway.selection;

import dk.borgermaaling.gateway.caseevent.StoredCaseEvent;
import dk.borgermaaling.gateway.citizen.CitizenId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Citizens joined by changes of numbers, and which one of those joined was named last. */
final class Links {
  private final Map<CitizenId, Set<CitizenId>> together = new HashMap<>();
  private final Map<CitizenId, CitizenId> became = new HashMap<>();

  /**
   * Changes of a number are joined in order.
   *
   * @param change of any other kind of happening, it joins nothing
   */
  void join(StoredCaseEvent change) {
    CitizenId former = change.formerly();
    if (former == null) {
      return;
    }
    Set<CitizenId> joined = new TreeSet<>(Comparator.comparing(CitizenId::value));
    joined.addAll(numbersOf(change.citizen()));
    joined.addAll(numbersOf(former));
    joined.forEach(
        citizen -> {
          together.put(citizen, joined);
          became.put(citizen, change.citizen());
        });
  }

  /** All that this citizen is joined with, and itself; always in the same order. */
  Set<CitizenId> numbersOf(CitizenId citizen) {
    return together.getOrDefault(citizen, Set.of(citizen));
  }

  CitizenId current(CitizenId citizen) {
    return became.getOrDefault(citizen, citizen);
  }
}
