package dk.borgermaaling.gateway.selection;

import dk.borgermaaling.gateway.caseevent.StoredCaseEvent;
import dk.borgermaaling.gateway.citizen.CitizenId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Citizens who are decided together, and all that was told of them: by numbers that changed, and by
 * versions of one entity that name more than one. What was told of anybody else says nothing about
 * them, so that many citizens are decided in time that grows with their number alone.
 */
record Related(List<CitizenId> citizens, List<StoredCaseEvent> events) {
  /**
   * Everybody's, by citizen; their events are in the order that they are given in.
   *
   * @param events all stored events of these citizens
   */
  static Map<CitizenId, Related> of(
      Collection<CitizenId> citizens, Collection<StoredCaseEvent> events) {
    Forest forest = new Forest();
    Map<EntityVersions.Entity, CitizenId> firstOf = new HashMap<>();
    for (StoredCaseEvent event : events) {
      CitizenId formerly = event.formerly();
      if (formerly != null) {
        forest.join(event.citizen(), formerly);
      }
      forest.join(
          event.citizen(),
          firstOf.computeIfAbsent(EntityVersions.Entity.of(event), entity -> event.citizen()));
    }
    Map<CitizenId, Related> byRoot = new HashMap<>();
    Map<CitizenId, Related> byCitizen = new HashMap<>();
    for (CitizenId citizen : citizens) {
      Related related =
          byRoot.computeIfAbsent(
              forest.rootOf(citizen), root -> new Related(new ArrayList<>(), new ArrayList<>()));
      related.citizens.add(citizen);
      byCitizen.put(citizen, related);
    }
    for (StoredCaseEvent event : events) {
      Related related = byRoot.get(forest.rootOf(event.citizen()));
      if (related != null) {
        related.events.add(event);
      }
    }
    return byCitizen;
  }

  /** A forest: whoever has the same root is related. */
  private static final class Forest {
    private final Map<CitizenId, CitizenId> parents = new HashMap<>();

    void join(CitizenId one, CitizenId other) {
      CitizenId root = rootOf(one);
      CitizenId otherRoot = rootOf(other);
      if (!root.equals(otherRoot)) {
        parents.put(root, otherRoot);
      }
    }

    CitizenId rootOf(CitizenId citizen) {
      CitizenId root = citizen;
      for (CitizenId up = parents.get(root); up != null; up = parents.get(root)) {
        root = up;
      }
      CitizenId at = citizen;
      while (!at.equals(root)) {
        CitizenId next = parents.getOrDefault(at, root);
        parents.put(at, root);
        at = next;
      }
      return root;
    }
  }
}
